namespace Lattice.Stripe.Testing.Tests.Support;

/// <summary>The slice of this project's own types, with every shape that responses have.</summary>
internal static class WidgetSlice
{
    public static string Path => System.IO.Path.Combine(AppContext.BaseDirectory, "widgets.json");

    public static StripeSlice Slice { get; } = StripeSlice.Load(Path);

    /// <summary>A stand-in for it whose clock stands still.</summary>
    public static StripeStandIn CreateStandIn(TimeProvider? clock = null)
        => new(new StripeStandInOptions { Slice = Slice, TimeProvider = clock ?? Caller.Clock });
}
