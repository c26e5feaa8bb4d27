namespace Lattice.Stripe.Testing;

/// <summary>How a <see cref="StripeStandIn"/> is set up. Every setting has a default.</summary>
public sealed class StripeStandInOptions
{
    /// <summary>The operations that the stand-in knows. Null: <see cref="StripeSlice.BuiltIn"/>.</summary>
    public StripeSlice? Slice { get; init; }

    /// <summary>The clock of times such as <c>created</c>. The default is the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// What ids and tokens are derived from: with the same seed, the same requests in the same order get the same ids.
    /// </summary>
    public int Seed { get; init; }

    /// <summary>
    /// The only key that is accepted. Null: every well-formed secret (<c>sk_</c>) or restricted (<c>rk_</c>) key is.
    /// </summary>
    public string? ApiKey { get; init; }
}
