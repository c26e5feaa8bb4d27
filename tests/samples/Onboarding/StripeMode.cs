namespace Onboarding;

/// <summary>Whom the app talks to.</summary>
/// <param name="IsStandIn">Whether a stand-in answers for Stripe.</param>
/// <param name="FormOrigins">Where Stripe's forms are: what browsers may be redirected to when they post a form of ours.</param>
internal sealed record StripeMode(bool IsStandIn, string FormOrigins)
{
    public static StripeMode Real { get; } = new(IsStandIn: false, "https://*.stripe.com");

    public static StripeMode StandIn(Uri forms) => new(IsStandIn: true, forms.GetLeftPart(UriPartial.Authority));
}
