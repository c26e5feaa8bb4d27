using System.Text.Json;

namespace Lattice.Stripe.Serialization.Json;

/// <content>Looks ahead into an object to determine its type.</content>
public ref partial struct StripeJsonReader
{
    /// <summary>
    /// Returns the string field <paramref name="name"/> of the current object; <see langword="null"/> if it has none. The reader does not
    /// move. Once the peeks into a response have read sixteen times its length, they find nothing.
    /// </summary>
    public string? PeekString(ReadOnlySpan<byte> name)
    {
        Utf8JsonReader json = _json;
        bool isString = Find(ref json, name) && json.TokenType == JsonTokenType.String;
        return isString && TryGetString(in json, out string? text) ? text : null;
    }

    /// <summary>
    /// Whether the field <paramref name="name"/> of the current object is true. The reader does not move. Once the peeks into a response
    /// have read sixteen times its length, they find nothing.
    /// </summary>
    public bool PeekTrue(ReadOnlySpan<byte> name)
    {
        Utf8JsonReader json = _json;
        return Find(ref json, name) && json.TokenType == JsonTokenType.True;
    }

    private bool Find(ref Utf8JsonReader json, ReadOnlySpan<byte> name)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        long start = json.BytesConsumed;
        bool isFound = _peeked <= DecodingLimits.PeekedBodies * (long)_text.Length && MoveTo(ref json, name);
        _peeked += json.BytesConsumed - start;
        return isFound;
    }

    private static bool MoveTo(ref Utf8JsonReader json, ReadOnlySpan<byte> name)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            bool isFound = IsName(in json, name);
            json.Read();
            if (isFound)
            {
                return true;
            }

            json.Skip();
        }

        return false;
    }
}
