using System.Text.Json;

namespace Lattice.Stripe.Serialization.Json;

/// <content>What only events need: their parts have several forms, and hold an object of a type that the caller chooses.</content>
public ref partial struct StripeJsonReader
{
    /// <summary>The value that the property <c>object</c> of the root object should have; <see langword="null"/> if it was not read.</summary>
    internal readonly string? ExpectedObject => _expectedObject;

    /// <summary>Reads a time that is a number of seconds since the Unix epoch (API v1) or a text of RFC 3339 (API v2).</summary>
    internal DateTimeOffset? ReadAnyTime()
    {
        Utf8JsonReader next = _json;
        return next.Read() && next.TokenType == JsonTokenType.String ? ReadDateTime() : ReadUnixTime();
    }

    /// <summary>
    /// Reads a copy of any JSON value, however deep; <see langword="null"/> if it is null.
    /// </summary>
    internal byte[]? ReadRawJson()
    {
        Advance();
        int start = (int)_json.TokenStartIndex;
        bool isNull = _json.TokenType == JsonTokenType.Null;
        Skip();
        byte[]? json = isNull ? null : _text[start..(int)_json.BytesConsumed].ToArray();
        MoveToField();
        return json;
    }

    /// <summary>Records that a field required by the specification is absent or null, if it is.</summary>
    internal void AddIfMissing(bool isMissing, string type, string name)
    {
        if (isMissing)
        {
            AddMissing(type, name);
        }
    }
}
