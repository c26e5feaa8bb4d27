using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe;

/// <summary>The response of an operation that returns no data, only that it succeeded.</summary>
public sealed class StripeEmpty : StripeResource
{
    /// <summary>Initializes a response for tests.</summary>
    public StripeEmpty()
    {
    }

    private StripeEmpty(ReadState fields)
        : base(fields)
    {
    }

    /// <summary>Reads the response. Fields that it contains anyway are extra fields.</summary>
    public static StripeEmpty Read(ref StripeJsonReader json)
    {
        ReadState fields = default;
        while (json.ReadField())
        {
            json.ReadExtra(ref fields);
        }

        json.MarkUnrecognizable();
        return new StripeEmpty(fields);
    }
}
