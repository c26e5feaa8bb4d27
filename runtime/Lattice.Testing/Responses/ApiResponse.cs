using Lattice.Stripe.Testing.Errors;
using Lattice.Stripe.Testing.Pipeline;

namespace Lattice.Stripe.Testing.Responses;

/// <summary>What a request is answered with, before headers are added.</summary>
internal sealed record ApiResponse(int StatusCode, byte[] Body)
{
    /// <summary>The media type of the body.</summary>
    public string ContentType { get; init; } = StandInResponse.Json;

    /// <summary>Why the request is refused; null when it is not.</summary>
    public ApiError? ApiError { get; init; }

    /// <summary>Whether it is what an earlier request with the same idempotency key was answered.</summary>
    public bool IsReplayed { get; init; }

    /// <summary>Whether the connection is lost before the response has come.</summary>
    public bool IsLost { get; init; }

    /// <summary>Whether the operation was carried out: that is what an idempotency key remembers.</summary>
    public bool IsCarriedOut { get; init; }

    /// <summary>No response to a request that was not carried out.</summary>
    public static ApiResponse Lost { get; } = new(0, []) { IsLost = true };

    public static ApiResponse Of(ApiError error, bool isV2)
        => new(error.StatusCode, ErrorBody.Write(error, isV2)) { ApiError = error, IsCarriedOut = error.IsCarriedOut };
}
