namespace Onboarding.Flows;

/// <summary>One way through Stripe's form: from the button that starts it to the return.</summary>
/// <param name="Id">Names the flow; what Stripe's idempotency keys are made of.</param>
/// <param name="Session">The session of the browser that it began in, and that it is good for.</param>
/// <param name="Account">The connected account.</param>
/// <param name="Type">What the form is for: <c>account_onboarding</c> or <c>account_update</c>.</param>
/// <param name="Expires">When it has to begin anew.</param>
internal sealed record Flow(string Id, string Session, string Account, string Type, DateTimeOffset Expires);
