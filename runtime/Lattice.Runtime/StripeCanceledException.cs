namespace Lattice.Stripe;

/// <summary>
/// The caller canceled a call. Where <see cref="IsOutcomeUnknown"/>, Stripe may have carried it out: to find out, repeat it
/// with the same <see cref="IdempotencyKey"/>.
/// </summary>
public sealed class StripeCanceledException : OperationCanceledException
{
    /// <summary>Creates the exception of a canceled call.</summary>
    /// <param name="idempotencyKey">The call's <c>Idempotency-Key</c>.</param>
    /// <param name="cancellationToken">The token that was canceled.</param>
    public StripeCanceledException(string? idempotencyKey, CancellationToken cancellationToken)
        : base("The call of Stripe was canceled.", cancellationToken) =>
        IdempotencyKey = idempotencyKey;

    /// <summary>The <c>Idempotency-Key</c> that the call carried.</summary>
    public string? IdempotencyKey { get; }

    /// <summary>
    /// Whether Stripe may have carried out the call. It is <see langword="false"/> only if the call was canceled before any of
    /// its content was sent and before a response began to arrive. Default <see langword="true"/>.
    /// </summary>
    public bool IsOutcomeUnknown { get; init; } = true;
}
