using Lattice.Stripe.Testing.Errors;
using Lattice.Stripe.Testing.Responses;

namespace Lattice.Stripe.Testing.Stubs;

/// <summary>What a test wants to happen to one request. A property that is not set leaves the usual behavior.</summary>
internal sealed record Stub
{
    /// <summary>The stub that changes nothing.</summary>
    public static Stub None { get; } = new();

    /// <summary>How long the response is delayed.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The error to return instead of carrying out the request.</summary>
    public ApiError? Error { get; init; }

    /// <summary>Creates the resource to return.</summary>
    public Func<ReceivedRequest, WrittenResource>? Resource { get; init; }

    /// <summary>Whether the connection is dropped before the request is carried out.</summary>
    public bool DropsRequest { get; init; }

    /// <summary>
    /// Whether it stands for something that happens before Stripe looks at the idempotency key, such as a rate limit. It then also applies
    /// to a request that repeats an earlier one, and no key remembers it.
    /// </summary>
    public bool PrecedesIdempotency => DropsRequest || Error is { IsCarriedOut: false };

    /// <summary>Whether the connection is dropped after the request is carried out, before the response arrives.</summary>
    public bool DropsResponse { get; init; }
}
