using System.Net;
using Lattice.Stripe.Errors;
using Lattice.Stripe.Http;

namespace Lattice.Stripe.Pipeline;

/// <summary>
/// Decides <see cref="StripeError.IsOutcomeUnknown"/>: whether each attempt settled the question if Stripe carried out the call, or
/// left it open.
/// </summary>
internal static class OutcomeClassifier
{
    private enum Effect
    {
        /// <summary>The attempt was not carried out. What earlier attempts left open stays open.</summary>
        NotCarriedOut,

        /// <summary>The attempt is Stripe's final response to the call, whatever earlier attempts left open.</summary>
        Settled,

        /// <summary>The attempt may have been carried out.</summary>
        Open,
    }

    /// <summary>Whether the outcome is open after an attempt that is going to be repeated.</summary>
    /// <param name="call">The call, after the attempt.</param>
    /// <param name="wasOpen">Whether an earlier attempt left the outcome open.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <exception cref="OperationCanceledException">The caller canceled while the response was read.</exception>
    public static bool IsOpenAfterRetried(StripeCall call, bool wasOpen, CancellationToken cancellationToken)
    {
        Effect effect = call.Outcome.Response is { } response
            ? OfResponse(call, response, StripeErrorReader.ReadFields(call.ResponseBody.Span, cancellationToken))
            : OfUnread(call);
        return IsUnknown(effect, wasOpen);
    }

    /// <summary>Whether the outcome is unknown after a last attempt with a response outside 2xx.</summary>
    public static bool IsUnknownAfter(StripeCall call, bool wasOpen, StripeResponse response, in ErrorFields error) =>
        !call.IsSafe && IsUnknown(OfResponse(call, response, error), wasOpen);

    /// <summary>
    /// Whether the outcome is unknown after a last attempt whose response was not read to its end: it failed, or the caller canceled
    /// it.
    /// </summary>
    public static bool IsUnknownAfterFailure(StripeCall call, bool wasOpen) => !call.IsSafe && IsUnknown(OfUnread(call), wasOpen);

    private static bool IsUnknown(Effect effect, bool wasOpen) => effect switch
    {
        Effect.Settled => false,
        Effect.Open => true,
        _ => wasOpen,
    };

    /// <summary>Whether an error of Stripe's can be the effect of an earlier attempt of the same call.</summary>
    private static bool IsIndependent(StripeCall call, StripeResponse response) => call.IdempotencyKey is null
        || (response.StatusCode == HttpStatusCode.NotFound && call.Operation.Method == HttpMethod.Delete);

    private static Effect OfUnread(StripeCall call)
    {
        // A server that responds has the request, even if our handler kept a copy and never read the content. An upload may be
        // rejected before the server requests its content, but it cannot succeed without it.
        if (call.UnreadStatus != 0 && (!call.ExpectsContinue || call.UnreadStatus is >= 200 and < 300))
        {
            return Effect.Open;
        }

        // Without a response, only a request whose content was read can have been carried out: every POST has content, even if it
        // is empty. The type of the exception would prove nothing, because .NET repeats a request itself when a reused connection
        // was closed. A request whose content ended early because the caller's own stream failed is not carried out either.
        return call.WasContentRead && call.UploadFailure is not { IsOfFirstRead: true } ? Effect.Open : Effect.NotCarriedOut;
    }

    private static Effect OfResponse(StripeCall call, StripeResponse response, in ErrorFields error)
    {
        int status = (int)response.StatusCode;
        if (status is >= 400 and < 500)
        {
            if (response.IsIdempotentReplay)
            {
                return Effect.Settled;
            }

            // Another request with this key is in progress: one of this call, or of an earlier one.
            if (error.Code == "idempotency_key_in_use")
            {
                return Effect.Open;
            }

            if (error.IsFromStripe(response))
            {
                // A rejection, and an error that is recognized by its body alone, proves nothing about other attempts. Neither does an
                // error without a key that connects the attempts: what an earlier one deleted is not found (404).
                return StatusRules.IsRejectedUnread(response.StatusCode) || !response.HasRequestId || IsIndependent(call, response)
                    ? Effect.NotCarriedOut
                    : Effect.Settled;
            }
        }

        return OfUnread(call);
    }
}
