namespace Lattice.Stripe;

/// <summary>
/// The exception for a call that the caller canceled. If <see cref="IsOutcomeUnknown"/> is true, Stripe may have carried it out: to
/// find out, repeat it with the same <see cref="IdempotencyKey"/>.
/// </summary>
public sealed class StripeCanceledException : OperationCanceledException
{
    /// <summary>Initializes the exception for a canceled call.</summary>
    /// <param name="idempotencyKey">The call's <c>Idempotency-Key</c>.</param>
    /// <param name="cancellationToken">The token that was canceled.</param>
    public StripeCanceledException(string? idempotencyKey, CancellationToken cancellationToken)
        : base("The call to Stripe was canceled.", cancellationToken) =>
        IdempotencyKey = idempotencyKey;

    /// <summary>The <c>Idempotency-Key</c> of the call.</summary>
    public string? IdempotencyKey { get; }

    /// <summary>
    /// Whether Stripe may have carried out the call. It is <see langword="false"/> only if the call was canceled before any of
    /// its content was sent and before a response started to arrive. Default <see langword="true"/>.
    /// </summary>
    public bool IsOutcomeUnknown { get; init; } = true;
}
