using System.Text.Json;

namespace Lattice.Stripe.Serialization.Json;

/// <content>Strings, numbers, times, and values of any type.</content>
public ref partial struct StripeJsonReader
{
    /// <summary>Reads a string.</summary>
    public string? ReadString()
    {
        Advance();
        string? text = null;
        if (_json.TokenType != JsonTokenType.String || !TryGetString(in _json, out text))
        {
            KeepUnlessNull(_name);
        }

        MoveToField();
        return text;
    }

    /// <summary>Reads a string that is a secret.</summary>
    public SecretString? ReadSecret() => ReadString();

    /// <summary>Reads an open enum: a known value, or one that Stripe has added.</summary>
    public StripeEnum<T>? ReadEnum<T>()
        where T : StripeEnumValues => ReadString();

    /// <summary>Reads a boolean.</summary>
    public bool? ReadBoolean()
    {
        Advance();
        bool? value = _json.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            _ => null,
        };
        return Finish(value);
    }

    /// <summary>Reads a 64-bit integer: any number with a whole value, such as <c>1e3</c>.</summary>
    public long? ReadInt64()
    {
        Advance();
        return Finish<long>(TryReadInt64(ref this, out long value) ? value : null);
    }

    /// <summary>
    /// Reads a 64-bit integer that is a string in the specification. A number is accepted as well.
    /// </summary>
    public long? ReadInt64Text()
    {
        Advance();
        bool isRead = JsonNumber.TryGetInt64(GetNumberOrText(), out long value);
        return Finish<long>(isRead ? value : null);
    }

    /// <summary>Reads a number as a decimal. A number that a decimal cannot hold exactly does not fit.</summary>
    public decimal? ReadDecimal()
    {
        Advance();
        bool isRead = JsonNumber.TryGetDecimal(
            _json.TokenType == JsonTokenType.Number ? _json.ValueSpan : default, out decimal value);
        return Finish<decimal>(isRead ? value : null);
    }

    /// <summary>
    /// Reads a decimal number that is a string in the specification. A number is accepted as well. A number that a decimal cannot hold
    /// exactly does not fit.
    /// </summary>
    public decimal? ReadDecimalText()
    {
        Advance();
        bool isRead = JsonNumber.TryGetDecimal(GetNumberOrText(), out decimal value);
        return Finish<decimal>(isRead ? value : null);
    }

    /// <summary>Reads seconds since the Unix epoch as a time in UTC. A fraction finer than 100 ns is truncated.</summary>
    public DateTimeOffset? ReadUnixTime()
    {
        Advance();
        DateTimeOffset? value = null;
        if (_json.TokenType == JsonTokenType.Number
            && JsonNumber.TryGetTicks(_json.ValueSpan, out long ticks)
            && ticks >= -DateTime.UnixEpoch.Ticks && ticks <= DateTime.MaxValue.Ticks - DateTime.UnixEpoch.Ticks)
        {
            value = new DateTimeOffset(DateTime.UnixEpoch.Ticks + ticks, TimeSpan.Zero);
        }

        return Finish(value);
    }

    /// <summary>
    /// Reads a time of RFC 3339 with its offset. Lowercase letters, and a space instead of the <c>T</c>, are accepted. A leap second is
    /// read as the second after it, and a fraction finer than 100 ns is truncated.
    /// </summary>
    public DateTimeOffset? ReadDateTime()
    {
        Advance();
        bool isRead = Rfc3339Time.TryParse(GetText(), out DateTimeOffset value);
        return Finish<DateTimeOffset>(isRead ? value : null);
    }

    /// <summary>
    /// Reads any JSON value. Null, and a value with more than 64 levels of nested arrays and objects, is read as
    /// <see langword="null"/>.
    /// </summary>
    public JsonElement? ReadJson()
    {
        Advance();
        Utf8JsonReader start = _json;
        bool isKept = _json.TokenType != JsonTokenType.Null && TryReadRaw(out _);
        MoveToField();
        return isKept ? JsonElement.ParseValue(ref start) : null;
    }

    /// <summary>Keeps a value that was not read, and moves to the next field.</summary>
    private T? Finish<T>(T? value)
        where T : struct
    {
        if (value is null)
        {
            KeepUnlessNull(_name);
        }

        MoveToField();
        return value;
    }

    /// <summary>The digits of a number or the text of a string; empty for another value.</summary>
    private readonly ReadOnlySpan<byte> GetNumberOrText() => _json.TokenType == JsonTokenType.Number ? _json.ValueSpan : GetText();

    /// <summary>The text of a string; empty for another value.</summary>
    private readonly ReadOnlySpan<byte> GetText() =>
        _json.TokenType == JsonTokenType.String && TryGetUtf8(out ReadOnlySpan<byte> text) ? text : default;
}
