using Lattice.Stripe.Testing;

namespace StripeNetTests.Support;

/// <summary>The whole API, where Stripe's specification is there.</summary>
internal static class WholeSpec
{
    // The stand-in reads a document of several megabytes once for all tests.
    private static readonly Lazy<StripeSlice> s_lazySlice = new(() => StripeSlice.Load(Specs.Today));

    public static StripeSlice Slice => s_lazySlice.Value;

    public static StripeStandIn CreateStandIn() => new(new StripeStandInOptions { Slice = Slice });
}
