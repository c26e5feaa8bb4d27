using Lattice.Stripe.Http;

namespace Lattice.Stripe.Observability;

/// <summary>
/// The log of a client. It is abstract, so that an app that is compiled ahead of time and does not use a log does not contain the code
/// for it.
/// </summary>
internal abstract class CallLog
{
    /// <summary>Logs that an attempt has failed and is repeated after a delay.</summary>
    public abstract void Retry(StripeCall call, string reason, string? requestId, TimeSpan delay);

    /// <summary>Logs that the call has ended with a response or an error.</summary>
    public abstract void End(StripeCall call, TimeSpan duration, StripeResponse? response, StripeError? error);

    /// <summary>Logs that the call has ended with an exception.</summary>
    public abstract void Throw(StripeCall call, TimeSpan duration, Exception exception);

    /// <summary>Logs the fields that a response lacks. Each field is logged once, even if many responses lack it.</summary>
    public abstract void ReportMissing(IReadOnlyList<string> fields);
}
