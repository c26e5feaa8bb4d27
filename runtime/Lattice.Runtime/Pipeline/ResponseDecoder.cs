using System.Text.Json;
using Lattice.Stripe.Errors;
using Lattice.Stripe.Http;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe.Pipeline;

/// <summary>Creates the result of a call from the outcome of its last attempt.</summary>
internal static class ResponseDecoder
{
    /// <summary>Decodes the response, or the error of an attempt without one.</summary>
    /// <param name="call">The call, after its last attempt.</param>
    /// <param name="isOutcomeOpen">Whether an earlier attempt may have been carried out.</param>
    /// <param name="reader">Reads the resource.</param>
    /// <param name="missing">
    /// The required fields that the response lacks at any depth, as <c>Type.field</c>; <see langword="null"/> if it lacks none.
    /// </param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <exception cref="OperationCanceledException">The caller canceled.</exception>
    public static StripeResult<TResource> Decode<TResource>(
        StripeCall call,
        bool isOutcomeOpen,
        StripeObjectReader<TResource> reader,
        out IReadOnlyList<string>? missing,
        CancellationToken cancellationToken)
        where TResource : StripeResource
    {
        missing = null;
        if (call.Outcome.Response is not { } response)
        {
            StripeError error = call.Outcome.Error!;
            error.SetOutcome(OutcomeClassifier.IsUnknownAfterFailure(call, isOutcomeOpen));
            return new StripeResult<TResource>(error);
        }

        if (!response.IsSuccess)
        {
            return new StripeResult<TResource>(ReadError(call, isOutcomeOpen, response, cancellationToken), response);
        }

        return DecodeSuccess(call, response, reader, out missing, cancellationToken);
    }

    private static StripeError ReadError(
        StripeCall call, bool isOutcomeOpen, StripeResponse response, CancellationToken cancellationToken)
    {
        ReadOnlySpan<byte> body = call.ResponseBody.Span;
        ErrorFields fields = StripeErrorReader.ReadFields(body, cancellationToken);
        bool isUnknown = OutcomeClassifier.IsUnknownAfter(call, isOutcomeOpen, response, fields);
        return StripeErrorReader.Create(response, body, fields, isUnknown);
    }

    private static StripeResult<TResource> DecodeSuccess<TResource>(
        StripeCall call,
        StripeResponse response,
        StripeObjectReader<TResource> reader,
        out IReadOnlyList<string>? missing,
        CancellationToken cancellationToken)
        where TResource : StripeResource
    {
        missing = null;
        if (call.ResponseBody.IsTruncated)
        {
            return Undecodable<TResource>(call, response, "is longer than MaxResponseBytes");
        }

        // A response without data may have no body.
        bool isEmpty = call.ResponseBody.Length == 0 && typeof(TResource) == typeof(StripeEmpty);
        try
        {
            var json = new StripeJsonReader(isEmpty ? "{}"u8 : ByteOrderMark.Skip(call.ResponseBody.Span), cancellationToken);
            TResource resource = call.Operation.ReturnsFile ? reader(ref json) : json.ReadDocument(reader);
            missing = json.Missing;
            if (!response.HasRequestId && json.GetUnrecognizedReason(resource.GetMissingFields()) is { } unrecognized)
            {
                return Undecodable<TResource>(call, response, unrecognized);
            }

            if (missing is not null && call.MissingFields == MissingFieldPolicy.Fail)
            {
                return Undecodable<TResource>(call, response, $"lacks required fields: {MissingFields.Describe(missing)}");
            }

            resource.SetResponse(response);
            return new StripeResult<TResource>(resource, response);
        }
#pragma warning disable CA1031 // An unexpected exception of a reader must not hide that Stripe may have carried out the request.
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return new StripeResult<TResource>(GetError(call, response, exception), response);
        }
    }

    private static StripeResult<TResource> Undecodable<TResource>(StripeCall call, StripeResponse response, string reason)
        where TResource : StripeResource =>
        new(StripeErrorReader.Undecodable(response, call.ResponseBody.Span, reason, call.IsSafe), response);

    private static StripeError GetError(StripeCall call, StripeResponse response, Exception exception) => exception switch
    {
        ResponseLimitException limit => StripeErrorReader.Undecodable(response, call.ResponseBody.Span, limit.Message, call.IsSafe),
        JsonException json => StripeErrorReader.Undecodable(
            response, call.ResponseBody.Span, Describe(response, json), call.IsSafe),
        _ => StripeErrorReader.Undecodable(
            response, call.ResponseBody.Span, $"could not be read ({exception.GetType().Name})", call.IsSafe, exception),
    };

    // The exception's message may quote the body, which may hold a secret. The position of the failure is safe to report.
    private static string Describe(StripeResponse response, JsonException exception) =>
        (response.ContentEncoding, exception.LineNumber) switch
        {
            ({ } coding, _) => $"is encoded as {coding}, although the request asked for no encoding",
            (_, { } line) => $"is not JSON at line {line + 1}, byte {exception.BytePositionInLine.GetValueOrDefault() + 1}",
            _ => "is not a JSON object",
        };
}
