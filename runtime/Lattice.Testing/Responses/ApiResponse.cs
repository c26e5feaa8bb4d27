using Lattice.Stripe.Testing.Errors;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.Responses;

/// <summary>A response of the stand-in, independent of any HTTP stack.</summary>
internal sealed record ApiResponse(int StatusCode, byte[] Body)
{
    /// <summary>The media type of the body.</summary>
    public string ContentType { get; init; } = MediaTypes.Json;

    /// <summary>The headers apart from those that describe the body; the last step of the pipeline adds them.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The error in the body; null if the response is a success.</summary>
    public ApiError? Error { get; init; }

    /// <summary>Whether the operation was carried out. If it was, the idempotency key remembers the response.</summary>
    public bool IsCarriedOut { get; init; }

    /// <summary>Whether the response is the remembered one of an earlier request with the same idempotency key.</summary>
    public bool IsReplayed { get; init; }

    /// <summary>Whether the connection is dropped before the response arrives.</summary>
    public bool IsDropped { get; init; }

    /// <summary>A dropped connection whose request was not carried out.</summary>
    public static ApiResponse Dropped { get; } = new(0, []) { IsDropped = true };

    public static ApiResponse Of(ApiError error, bool isV2)
    {
        byte[] body = error.RawBody?.Content ?? JsonResponse.Write(json => ErrorBody.Write(json, error, isV2));
        var response = new ApiResponse(error.StatusCode, body)
        {
            Error = error,
            IsCarriedOut = error.IsCarriedOut,
        };
        return error.RawBody is { } raw ? response with { ContentType = raw.ContentType } : response;
    }
}
