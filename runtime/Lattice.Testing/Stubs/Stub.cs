using Lattice.Stripe.Testing.Errors;

namespace Lattice.Stripe.Testing.Stubs;

/// <summary>What a test wants one request to meet with; what it does not say is as ever.</summary>
internal sealed record Stub
{
    /// <summary>How long the response waits.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The error to answer, in place of carrying the request out.</summary>
    public ApiError? Failure { get; init; }

    /// <summary>The body of the error, in place of Stripe's own, and its media type.</summary>
    public (byte[] Text, string ContentType)? RawBody { get; init; }

    /// <summary>Makes the resource to answer, as JSON.</summary>
    public Func<ReceivedRequest, byte[]>? Body { get; init; }

    /// <summary>Whether the connection is lost before the response has come.</summary>
    public bool LosesResponse { get; init; }

    /// <summary>Whether the connection is lost before the request is carried out.</summary>
    public bool LosesRequest { get; init; }
}
