using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe;

/// <summary>The response of an operation that responses nothing but that it succeeded.</summary>
public sealed class StripeEmpty : StripeResource
{
    /// <summary>Makes one by hand, as tests need it.</summary>
    public StripeEmpty()
    {
    }

    private StripeEmpty(ReadState fields)
        : base(fields)
    {
    }

    /// <summary>Reads the response; should it hold fields all the same, they are extra fields.</summary>
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
