using Lattice.Stripe;

namespace Lattice.TestSupport.Calls;

/// <summary>The values of an open enum as the generator emits them.</summary>
public abstract class Kind : StripeEnumValues
{
    public const string Known = "known";
}
