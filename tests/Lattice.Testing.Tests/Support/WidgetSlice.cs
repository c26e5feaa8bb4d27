namespace Lattice.Stripe.Testing.Tests.Support;

/// <summary>The slice of this project's own types, with all shapes of responses.</summary>
internal static class WidgetSlice
{
    public static string Path => System.IO.Path.Combine(AppContext.BaseDirectory, "widgets.json");

    public static StripeSlice Slice { get; } = StripeSlice.Load(Path);

    /// <summary>Creates a stand-in for the slice; its default clock is stopped.</summary>
    public static StripeStandIn CreateStandIn(TimeProvider? clock = null)
        => new(new StripeStandInOptions { Slice = Slice, TimeProvider = clock ?? Caller.Clock });
}
