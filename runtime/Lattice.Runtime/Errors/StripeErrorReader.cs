using System.Net;
using System.Text.Json;
using Lattice.Stripe.Serialization;

namespace Lattice.Stripe.Errors;

/// <summary>
/// Makes a <see cref="StripeError"/> from any response outside 2xx. It takes what it can from the body and never fails:
/// a body that is cut off gives the fields before the cut, one that is no JSON gives none.
/// </summary>
internal static class StripeErrorReader
{
    private const int MaxRawBodyBytes = 64 * 1024;

    /// <summary>The error that a response is.</summary>
    /// <param name="response">The response's facts.</param>
    /// <param name="body">Its body.</param>
    /// <param name="isOutcomeUnknown">Whether earlier attempts leave open what became of the request.</param>
    /// <param name="apiKey">The key of the call, which no text of the error shows: a proxy may echo the request's headers.</param>
    public static StripeError Read(StripeResponse response, ReadOnlySpan<byte> body, bool isOutcomeUnknown, SecretString apiKey)
    {
        var fields = new ErrorFields();
        try
        {
            ReadBody(body, ref fields);
        }
        catch (JsonException)
        {
            // No JSON, or no more of it: the status and the fields read so far are the error.
        }

        fields.Redact(apiKey);
        return new StripeError
        {
            Type = fields.Type is { Length: > 0 } type ? new StripeErrorType(type) : FromStatus(response.Status),
            Status = response.Status,
            Code = fields.Code,
            DeclineCode = fields.DeclineCode,
            AdviceCode = fields.AdviceCode,
            Param = fields.Param,
            Message = fields.Message,
            DocUrl = fields.DocUrl,
            RequestLogUrl = fields.RequestLogUrl,
            Charge = fields.Charge,
            UserMessage = fields.UserMessage,
            RequestId = apiKey.RedactIn(response.RequestId),
            IdempotencyKey = response.IdempotencyKey,
            Attempts = response.Attempts,
            RetryAfter = response.RetryAfter,
            IsOutcomeUnknown = isOutcomeUnknown,
            RawBody = CopyStart(body),
            ExtraFields = fields.Extra,
        };
    }

    /// <summary>The error of a call that succeeded, but whose answer cannot be read.</summary>
    public static StripeError Undecodable(StripeResponse response, ReadOnlySpan<byte> body, SecretString apiKey, string message) => new()
    {
        Type = StripeErrorType.DecodingError,
        Status = response.Status,
        Message = message,
        RequestId = apiKey.RedactIn(response.RequestId),
        IdempotencyKey = response.IdempotencyKey,
        Attempts = response.Attempts,
        RawBody = CopyStart(body),
    };

    private static byte[]? CopyStart(ReadOnlySpan<byte> body) =>
        body.IsEmpty ? null : body[..Math.Min(body.Length, MaxRawBodyBytes)].ToArray();

    private static StripeErrorType FromStatus(HttpStatusCode status) => (int)status switch
    {
        401 => StripeErrorType.AuthenticationError,
        403 => StripeErrorType.PermissionError,
        409 => StripeErrorType.ConflictError,
        429 => StripeErrorType.RateLimitError,
        >= 400 and < 500 => StripeErrorType.InvalidRequestError,
        _ => StripeErrorType.ApiError,
    };

    private static void ReadBody(ReadOnlySpan<byte> body, ref ErrorFields fields)
    {
        var json = new StripeJsonReader(ByteOrderMark.Skip(body));
        json.Advance();
        if (json.TokenType != JsonTokenType.StartObject)
        {
            return;
        }

        while (json.ReadField())
        {
            if (json.IsField("error"u8))
            {
                json.Advance();
                ReadError(ref json, ref fields);
            }
            else if (json.IsField("error_description"u8))
            {
                // OAuth's shape (RFC 6749, section 5.2): "error" is the code, this is the text.
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

        while (json.ReadField())
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
