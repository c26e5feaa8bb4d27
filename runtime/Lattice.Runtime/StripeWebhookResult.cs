using System.Diagnostics.CodeAnalysis;

namespace Lattice.Stripe;

/// <summary>The result of a check by <see cref="StripeWebhook"/>: an event of Stripe's, or why there is none.</summary>
public sealed class StripeWebhookResult
{
    /// <summary>Initializes the result for a request that is Stripe's.</summary>
    /// <param name="stripeEvent">The event.</param>
    public StripeWebhookResult(StripeEvent stripeEvent)
    {
        ArgumentNullException.ThrowIfNull(stripeEvent);
        Event = stripeEvent;
    }

    /// <summary>Initializes the result for a request that was rejected.</summary>
    /// <param name="failure">The reason.</param>
    /// <param name="message">What is wrong, and what to do.</param>
    public StripeWebhookResult(StripeWebhookFailure failure, string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        Failure = failure;
        Message = message;
    }

    /// <summary>Whether the request is Stripe's: if so, there is an <see cref="Event"/>, otherwise a <see cref="Failure"/>.</summary>
    [MemberNotNullWhen(true, nameof(Event))]
    [MemberNotNullWhen(false, nameof(Failure), nameof(Message))]
    public bool IsSuccess => Event is not null;

    /// <summary>The event; <see langword="null"/> if the request was rejected.</summary>
    public StripeEvent? Event { get; }

    /// <summary>Why the request was rejected; <see langword="null"/> if it was not.</summary>
    public StripeWebhookFailure? Failure { get; }

    /// <summary>
    /// What is wrong, and what to do, for a log: one line without any part of the secret, the header, or the payload.
    /// <see langword="null"/> if the request was not rejected.
    /// </summary>
    public string? Message { get; }

    /// <summary>Returns the event, or throws why there is none.</summary>
    /// <exception cref="StripeWebhookException">The request was rejected.</exception>
    public StripeEvent GetEventOrThrow() => IsSuccess ? Event : throw new StripeWebhookException(Failure.Value, Message);

    /// <summary>Returns whether the request was accepted or why not, without secrets.</summary>
    public override string ToString() => IsSuccess ? "Success" : $"Failure: {Failure}";
}
