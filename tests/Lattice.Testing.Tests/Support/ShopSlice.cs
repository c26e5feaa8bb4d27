namespace Lattice.Stripe.Testing.Tests.Support;

/// <summary>A small slice with operations of every kind.</summary>
internal static class ShopSlice
{
    private static readonly StripeSlice s_slice = StripeSlice.Load(Path.Combine(AppContext.BaseDirectory, "shop.json"));

    /// <summary>A caller of a new stand-in for the slice; its clock is stopped.</summary>
    public static Caller Call(Action<StandInChange>? onChanged = null, long? maxBytes = null)
    {
        var defaults = new StripeStandInOptions();
        return new Caller(new StripeStandIn(new StripeStandInOptions
        {
            Slice = s_slice,
            TimeProvider = Caller.Clock,
            OnChanged = onChanged,
            MaxObjectBytes = maxBytes ?? defaults.MaxObjectBytes,
        }));
    }
}
