using Lattice.Stripe.Serialization;

namespace Lattice.Stripe;

/// <summary>The answer of an operation that answers nothing but that it succeeded.</summary>
public sealed class StripeEmpty : StripeResource
{
    /// <summary>Makes one by hand, as tests need it.</summary>
    public StripeEmpty()
    {
    }

    private StripeEmpty(ObjectFields fields)
        : base(fields)
    {
    }

    /// <summary>Reads the answer; should it hold fields all the same, they are extra fields.</summary>
    public static StripeEmpty Read(ref StripeJsonReader json)
    {
        ObjectFields fields = default;
        while (json.ReadField())
        {
            json.ReadExtra(ref fields);
        }

        json.MarkUnrecognizable();
        return new StripeEmpty(fields);
    }
}
