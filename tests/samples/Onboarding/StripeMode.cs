namespace Onboarding;

/// <summary>Whether the app uses Stripe or the stand-in.</summary>
/// <param name="IsStandIn">Whether the app uses the stand-in.</param>
/// <param name="FormOrigins">The origins of Stripe's forms, to which browsers may be redirected after they post a form of the app.</param>
internal sealed record StripeMode(bool IsStandIn, string FormOrigins)
{
    public static StripeMode Real { get; } = new(IsStandIn: false, "https://*.stripe.com");

    /// <summary>Returns whether a key certainly reaches no real account: one of Stripe's test keys, secret or restricted.</summary>
    public static bool IsTestKey(string? key) =>
        key is not null && (key.StartsWith("sk_test_", StringComparison.Ordinal) || key.StartsWith("rk_test_", StringComparison.Ordinal));

    public static StripeMode StandIn(Uri forms) => new(IsStandIn: true, forms.GetLeftPart(UriPartial.Authority));
}
