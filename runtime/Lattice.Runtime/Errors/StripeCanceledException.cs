namespace Lattice.Stripe;

/// <summary>
/// The caller canceled a call. Stripe may have carried it out: to find out, repeat it with the same
/// <see cref="IdempotencyKey"/>.
/// </summary>
public sealed class StripeCanceledException : OperationCanceledException
{
    /// <summary>Makes the exception of a canceled call.</summary>
    /// <param name="idempotencyKey">The call's <c>Idempotency-Key</c>.</param>
    /// <param name="cancellationToken">The token that was canceled.</param>
    public StripeCanceledException(string? idempotencyKey, CancellationToken cancellationToken)
        : base("The call of Stripe was canceled.", cancellationToken) =>
        IdempotencyKey = idempotencyKey;

    /// <summary>The <c>Idempotency-Key</c> that the call carried.</summary>
    public string? IdempotencyKey { get; }
}
