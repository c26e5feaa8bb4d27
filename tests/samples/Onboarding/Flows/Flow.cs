namespace Onboarding.Flows;

/// <summary>One pass through Stripe's form, from the button that starts it to the return.</summary>
/// <param name="Id">Identifies the flow. Stripe's idempotency keys are derived from it.</param>
/// <param name="Session">The session of the browser that started the flow. No other browser can use it.</param>
/// <param name="Account">The connected account.</param>
/// <param name="Type">The purpose of the form: <c>account_onboarding</c> or <c>account_update</c>.</param>
/// <param name="Expires">When the flow expires.</param>
internal sealed record Flow(string Id, string Session, string Account, string Type, DateTimeOffset Expires);
