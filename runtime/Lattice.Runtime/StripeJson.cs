using System.Text;
using System.Text.Json;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe;

/// <summary>Reads resources from Stripe's JSON, such as the object of an event or a body that was recorded for a test.</summary>
/// <remarks>
/// To write one, use <see cref="JsonSerializer"/>: the properties have Stripe's names, and secrets are written as <c>[redacted]</c>.
/// </remarks>
public static class StripeJson
{
    /// <summary>Reads an object.</summary>
    /// <typeparam name="T">The type of the object: any generated class of a response.</typeparam>
    /// <param name="utf8Json">One JSON object in UTF-8.</param>
    /// <returns>
    /// The object, as if a call had returned it: unknown fields are in <see cref="StripeObject.GetExtraFields"/>, and absent ones in
    /// <see cref="StripeObject.GetMissingFields"/>. It has no response.
    /// </returns>
    /// <exception cref="JsonException">The text is not a JSON object. The message contains no part of the text.</exception>
    public static T Deserialize<T>(ReadOnlySpan<byte> utf8Json)
        where T : StripeObject, IJsonReadable<T>
    {
        try
        {
            var json = new StripeJsonReader(ByteOrderMark.Skip(utf8Json));
            return json.ReadDocument(T.Read);
        }
        catch (JsonException exception) when (exception.LineNumber is not null)
        {
            // The message of the reader may quote the text, which may hold a secret.
            throw new JsonException(
                $"The text is not JSON at line {exception.LineNumber + 1}, byte {exception.BytePositionInLine.GetValueOrDefault() + 1}.",
                path: null,
                exception.LineNumber,
                exception.BytePositionInLine);
        }
        catch (ResponseLimitException exception)
        {
            throw new JsonException($"The text {exception.Message}.");
        }
    }

    /// <summary>Reads an object.</summary>
    /// <typeparam name="T">The type of the object: any generated class of a response.</typeparam>
    /// <param name="json">One JSON object.</param>
    /// <returns>The object, as <see cref="Deserialize{T}(ReadOnlySpan{byte})"/> returns it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="JsonException">The text is not a JSON object. The message contains no part of the text.</exception>
    public static T Deserialize<T>(string json)
        where T : StripeObject, IJsonReadable<T>
    {
        ArgumentNullException.ThrowIfNull(json);
        return Deserialize<T>(Encoding.UTF8.GetBytes(json));
    }
}
