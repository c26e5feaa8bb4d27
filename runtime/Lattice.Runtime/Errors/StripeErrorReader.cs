using System.Net;
using System.Text.Json;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe.Errors;

/// <summary>
/// Creates a <see cref="StripeError"/> from any response outside 2xx, and never fails: a truncated body provides the fields before its
/// end, and a body that is not JSON provides none.
/// </summary>
internal static class StripeErrorReader
{
    private const int MaxRawBodyBytes = 64 * 1024;
    private const string RateLimitOfV2 = "rate_limit";

    private const string Unrecognized =
        "The response is not recognized as Stripe's: it has neither the header Request-Id (req_...) "
        + "nor an error object of one of Stripe's types.";

    /// <summary>Creates the error of a response outside 2xx.</summary>
    /// <param name="response">The response.</param>
    /// <param name="body">Its body.</param>
    /// <param name="fields">The fields of the error in the body; the API key is redacted in them.</param>
    /// <param name="isOutcomeUnknown">Whether the outcome of the call is unknown.</param>
    public static StripeError Create(StripeResponse response, ReadOnlySpan<byte> body, ErrorFields fields, bool isOutcomeUnknown)
    {
        if (!fields.IsFromStripe(response))
        {
            fields.Message ??= Unrecognized;
        }

        if (response.ContentEncoding is { } coding && fields is { Type: null, Code: null, Message: null or Unrecognized })
        {
            fields.Message = $"The response is encoded as {coding}, although the request asked for no encoding.";
        }

        // No text of the error contains the key: a proxy may return the request's headers.
        fields.Redact(response.ApiKey);
        return new StripeError
        {
            Fields = fields,
            Type = GetType(response.StatusCode, fields.Type),
            StatusCode = response.StatusCode,
            RequestId = response.RequestId,
            IdempotencyKey = response.IdempotencyKey,
            Attempts = response.Attempts,
            RetryAfter = response.RetryAfter,
            IsOutcomeUnknown = isOutcomeUnknown,
            RawBody = CopyStart(body),
        };
    }

    /// <summary>
    /// Creates the error of a 2xx response that is not the resource. The caller has neither the result nor a rejection.
    /// </summary>
    /// <param name="response">The response.</param>
    /// <param name="body">Its body.</param>
    /// <param name="reason">The reason, such as <c>is not JSON</c>.</param>
    /// <param name="isSafe">Whether the call changes nothing, so that it does not matter if Stripe carried it out.</param>
    /// <param name="exception">The exception of the reader of the resource, unless the body caused it.</param>
    public static StripeError Undecodable(
        StripeResponse response, ReadOnlySpan<byte> body, string reason, bool isSafe, Exception? exception = null) => new()
        {
            Exception = exception,
            Type = StripeErrorType.DecodingError,
            StatusCode = response.StatusCode,
            Message = (isSafe, response.HasRequestId) switch
            {
                (true, _) => $"The response {reason}.",
                (_, true) => $"Stripe carried out the request, but the response {reason}.",
                _ => $"Stripe may have carried out the request, but the response {reason}.",
            },
            RequestId = response.RequestId,
            IdempotencyKey = response.IdempotencyKey,
            Attempts = response.Attempts,
            IsOutcomeUnknown = !isSafe,
            RawBody = CopyStart(body),
        };

    /// <summary>Reads the fields of the error in a body, as far as they are valid.</summary>
    /// <exception cref="OperationCanceledException">The caller canceled.</exception>
    public static ErrorFields ReadFields(ReadOnlySpan<byte> body, CancellationToken cancellationToken)
    {
        var fields = new ErrorFields();
        var json = new StripeJsonReader(ByteOrderMark.Skip(body), cancellationToken);
        try
        {
            ReadBody(ref json, ref fields);
        }
        catch (JsonException)
        {
            // Not JSON, or truncated: the error consists of the status and the fields read so far.
        }

        fields.Extra = json.Fields.Extra;
        return fields;
    }

    private static byte[]? CopyStart(ReadOnlySpan<byte> body) =>
        body.IsEmpty ? null : body[..Math.Min(body.Length, MaxRawBodyBytes)].ToArray();

    /// <summary>
    /// The type in the body. Stripe's own body says <c>invalid_request_error</c> for a wrong key, a missing permission and too many
    /// requests as well, which only the status tells apart. API v2 has its own word for too many requests.
    /// </summary>
    private static string GetType(HttpStatusCode status, string? bodyType) => bodyType switch
    {
        null or "" => FromStatus(status),
        StripeErrorType.InvalidRequestError when IsMoreSpecific(status) => FromStatus(status),
        RateLimitOfV2 => StripeErrorType.RateLimitError,
        _ => bodyType,
    };

    private static bool IsMoreSpecific(HttpStatusCode status) => (int)status is 401 or 403 or 429;

    private static string FromStatus(HttpStatusCode status) => (int)status switch
    {
        401 => StripeErrorType.AuthenticationError,
        403 => StripeErrorType.PermissionError,
        409 => StripeErrorType.ConflictError,
        429 => StripeErrorType.RateLimitError,
        >= 400 and < 500 => StripeErrorType.InvalidRequestError,
        _ => StripeErrorType.ApiError,
    };

    private static void ReadBody(ref StripeJsonReader json, ref ErrorFields fields)
    {
        json.Advance();
        if (json.TokenType != JsonTokenType.StartObject)
        {
            return;
        }

        while (json.MoveToField())
        {
            if (json.IsField("error"u8))
            {
                json.Advance();
                ReadError(ref json, ref fields);
            }
            else if (json.IsField("error_description"u8))
            {
                // The format of OAuth (RFC 6749, section 5.2): "error" is the code, and this is the message.
                json.Advance();
                fields.Message = ReadText(ref json) ?? fields.Message;
            }
            else
            {
                json.Advance();
                json.Skip();
            }
        }
    }

    private static void ReadError(ref StripeJsonReader json, ref ErrorFields fields)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            fields.Code = ReadText(ref json);
            return;
        }

        while (json.MoveToField())
        {
            fields.ReadField(ref json);
        }
    }

    private static string? ReadText(ref StripeJsonReader json)
    {
        if (json.TokenType == JsonTokenType.String)
        {
            return json.GetTextOrRaw();
        }

        json.Skip();
        return null;
    }
}
