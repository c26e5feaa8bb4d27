namespace Lattice.Stripe;

/// <summary>
/// The exception for a request that is not a webhook of Stripe's, or not a recent one. <see cref="Failure"/> is the reason. Respond with
/// status 400. The message contains no part of the secret, the header, or the payload.
/// </summary>
public sealed class StripeWebhookException : Exception
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="failure">The reason.</param>
    /// <param name="message">What is wrong, and what to do. If omitted, the name of the reason.</param>
    public StripeWebhookException(StripeWebhookFailure failure, string? message = null)
        : base(message ?? $"The webhook was rejected: {failure}.") =>
        Failure = failure;

    /// <summary>The reason.</summary>
    public StripeWebhookFailure Failure { get; }
}
