using Lattice.Stripe.Http;

namespace Lattice.Stripe.Observability;

/// <summary>
/// What a client's log is told. It is abstract so that an app which is compiled ahead of time and never asks for a log holds none
/// of the code that writes one.
/// </summary>
internal abstract class CallLog
{
    /// <summary>An attempt has failed and is repeated after the delay.</summary>
    public abstract void Retry(StripeCall call, string reason, string? requestId, TimeSpan delay);

    /// <summary>The call has ended in a response or an error.</summary>
    public abstract void End(StripeCall call, TimeSpan duration, StripeResponse? response, StripeError? error);

    /// <summary>The call has ended in an exception.</summary>
    public abstract void Throw(StripeCall call, TimeSpan duration, Exception exception);

    /// <summary>A response lacked fields. Each is reported once, however many answers lack it.</summary>
    public abstract void ReportMissing(IReadOnlyList<string> fields);
}
