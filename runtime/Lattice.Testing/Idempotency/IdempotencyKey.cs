using Lattice.Stripe.Testing.Pipeline;

namespace Lattice.Stripe.Testing.Idempotency;

/// <summary>An idempotency key and where it holds: one account's keys are nothing to another, nor test mode's to live mode.</summary>
internal sealed record IdempotencyKey(string Text, string? Account, string? Context, bool Livemode)
{
    /// <summary>The key of a request; null where it has none, or where its method is one that needs none.</summary>
    public static IdempotencyKey? Of(RequestContext context)
        => context.Header("Idempotency-Key") is { Length: > 0 } text && Takes(context.Request)
            ? new(text, context.Header("Stripe-Account"), context.Header("Stripe-Context"), context.Livemode)
            : null;

    private static bool Takes(ApiRequest request)
        => request.Method == "POST" || (request.IsV2 && request.Method == "DELETE");
}
