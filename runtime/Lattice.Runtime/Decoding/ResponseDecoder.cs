using System.Text.Json;
using Lattice.Stripe.Errors;
using Lattice.Stripe.Transport;

namespace Lattice.Stripe.Serialization;

/// <summary>Makes the result of a call from how its last attempt ended.</summary>
internal static class ResponseDecoder
{
    /// <summary>The result, and the required fields that the answer lacks at any depth, as <c>Type.field</c>.</summary>
    public static StripeResult<TResource> Decode<TResource>(
        StripeCall call, AttemptOutcome outcome, StripeObjectReader<TResource> reader, out IReadOnlyList<string> missing)
        where TResource : StripeResource
    {
        missing = [];
        if (outcome.Response is not { } response)
        {
            return new StripeResult<TResource>(outcome.Error!);
        }

        if ((int)response.Status is < 200 or > 299)
        {
            StripeError error = StripeErrorReader.Read(response, outcome.Body, call.IsOutcomeUnknown, call.ApiKey);
            return new StripeResult<TResource>(error, response);
        }

        if (outcome.IsBodyTruncated)
        {
            return Undecodable("is longer than MaxResponseBytes");
        }

        try
        {
            // Where nothing is to be said, nothing may be sent.
            bool isNothing = outcome.Body.IsEmpty && typeof(TResource) == typeof(StripeEmpty);
            TResource resource = Read(isNothing ? "{}"u8 : outcome.Body, reader, out missing);
            if (missing.Count > 0 && call.MissingFields == MissingFieldPolicy.Fail)
            {
                return Undecodable($"lacks required fields: {MissingFields.Describe(missing)}");
            }

            resource.SetResponse(response);
            return new StripeResult<TResource>(resource, response);
        }
        catch (ResponseLimitException exception)
        {
            return Undecodable(exception.Message);
        }
        catch (JsonException exception)
        {
            // The exception's own text may quote the body, which may be a secret; where it failed is safe to tell.
            return Undecodable(exception.LineNumber is { } line
                ? $"is no JSON at line {line + 1}, byte {exception.BytePositionInLine.GetValueOrDefault() + 1}"
                : "is no JSON object");
        }

        StripeResult<TResource> Undecodable(string reason)
        {
            string message = $"Stripe carried out the request, but the answer {reason}.";
            return new(StripeErrorReader.Undecodable(response, outcome.Body, call.ApiKey, message), response);
        }
    }

    private static TResource Read<TResource>(
        ReadOnlySpan<byte> body, StripeObjectReader<TResource> reader, out IReadOnlyList<string> missing)
        where TResource : StripeResource
    {
        var json = new StripeJsonReader(ByteOrderMark.Skip(body));
        json.Advance();
        if (json.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A resource is a JSON object.");
        }

        TResource resource = reader(ref json);
        json.ReadEnd();
        missing = json.Missing;
        return resource;
    }
}
