using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe;

/// <summary>The response of an operation that returns no data, only that it succeeded.</summary>
public sealed class StripeEmpty : StripeResource, IJsonReadable<StripeEmpty>
{
    /// <summary>Initializes a response for tests.</summary>
    public StripeEmpty()
    {
    }

    private StripeEmpty(ref StripeJsonReader json)
        : base(ref json)
    {
    }

    static StripeEmpty IJsonReadable<StripeEmpty>.Read(ref StripeJsonReader json)
    {
        json.ReadExtraFields();
        json.MarkUnrecognizable();
        return new StripeEmpty(ref json);
    }
}
