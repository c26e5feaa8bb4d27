using Lattice.Stripe.Errors;

namespace Lattice.Stripe.Transport;

/// <summary>
/// Whether nobody knows if Stripe carried out a call: what each attempt settles or leaves open. It is the place that decides
/// <see cref="StripeError.IsOutcomeUnknown"/>.
/// </summary>
internal static class OutcomeClassifier
{
    private enum Effect
    {
        /// <summary>The attempt was not carried out. What earlier attempts left open stays open.</summary>
        Nothing,

        /// <summary>Stripe's last word about the call, whatever earlier attempts left open.</summary>
        Settled,

        /// <summary>The attempt may have been carried out.</summary>
        Open,
    }

    /// <summary>Notes what an attempt that is going to be repeated leaves open.</summary>
    /// <exception cref="OperationCanceledException">The caller canceled while the response was read.</exception>
    public static void RecordRetriedAttempt(StripeCall call, CancellationToken cancellationToken)
    {
        Effect effect = call.Outcome.Response is { } response
            ? OfResponse(call, response, StripeErrorReader.ReadFields(call.ResponseBody.Span, cancellationToken))
            : OfUnread(call);
        call.IsOutcomeOpen = IsUnknown(call, effect);
        call.UnreadStatus = 0;
    }

    /// <summary>Whether the outcome is unknown after a last attempt that ended in a response outside 2xx.</summary>
    public static bool IsUnknownAfter(StripeCall call, StripeResponse response, in ErrorFields error) =>
        IsUnknown(call, OfResponse(call, response, error));

    /// <summary>
    /// Whether the outcome is unknown after a last attempt of which no response was read to its end: it failed, or the caller
    /// canceled it.
    /// </summary>
    public static bool IsUnknownAfterFailure(StripeCall call) => IsUnknown(call, OfUnread(call));

    /// <summary>
    /// Whether a response outside 2xx is Stripe's: it has a request id, or its body is an error of a type that Stripe has.
    /// Anything on the way (a proxy, a gateway, a captive portal) can answer with any status.
    /// </summary>
    public static bool IsFromStripe(StripeResponse response, in ErrorFields error) =>
        response.HasRequestId || StripeErrorTypes.IsKnown(error.Type);

    private static bool IsUnknown(StripeCall call, Effect effect) => effect switch
    {
        Effect.Settled => false,
        Effect.Open => true,
        _ => call.IsOutcomeOpen,
    };

    private static Effect OfUnread(StripeCall call)
    {
        // Whoever sends a response has the request, even if our handler kept a copy and never read the content. An upload may
        // be refused before the server asks for its content, but nothing succeeds without it.
        if (call.UnreadStatus != 0 && (!call.ExpectsContinue || call.UnreadStatus is >= 200 and < 300))
        {
            return Effect.Open;
        }

        // Without a response, it takes the request's content to carry a call out: every POST has some, if only an empty one. A
        // kind of exception would prove nothing, because .NET repeats a request itself when a connection that it reused was
        // closed. Content that ended early because the caller's own stream failed is not carried out either.
        return call.WasContentRead && call.UploadFailure is not { IsOfFirstRead: true } ? Effect.Open : Effect.Nothing;
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

            // A request with this key is under way. It may be one of this call, or of a call before.
            if (error.Code == "idempotency_key_in_use")
            {
                return Effect.Open;
            }

            if (IsFromStripe(response, error))
            {
                // Refused at the door (401, 403, 409, 429), or recognized by its body alone, it says nothing of other attempts.
                return status is 401 or 403 or 409 or 429 || !response.HasRequestId ? Effect.Nothing : Effect.Settled;
            }
        }

        return OfUnread(call);
    }
}
