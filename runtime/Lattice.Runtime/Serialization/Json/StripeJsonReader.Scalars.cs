using System.Text.Json;

namespace Lattice.Stripe.Serialization.Json;

/// <content>Strings, numbers, times, and values of any type.</content>
public ref partial struct StripeJsonReader
{
    /// <summary>Reads a string.</summary>
    public string? ReadString(ref ReadState fields)
    {
        if (!Accept(JsonTokenType.String, ref fields))
        {
            return null;
        }

        if (TryGetString(in _json, out string? text))
        {
            return text;
        }

        KeepAsExtra(_name, ref fields);
        return null;
    }

    /// <summary>Reads a string that is a secret.</summary>
    public SecretString? ReadSecret(ref ReadState fields)
    {
        // In a conditional expression, null would convert to a SecretString without a value.
        if (ReadString(ref fields) is { } text)
        {
            return new SecretString(text);
        }

        return null;
    }

    /// <summary>Reads an open enum: a known value, or one that Stripe has added.</summary>
    public T? ReadEnum<T>(ref ReadState fields)
        where T : struct, IStripeEnum<T> => ReadString(ref fields) is { } text ? T.FromString(text) : null;

    /// <summary>Reads a boolean.</summary>
    public bool? ReadBoolean(ref ReadState fields)
    {
        Advance();
        switch (_json.TokenType)
        {
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            default:
                KeepUnlessNull(ref fields);
                return null;
        }
    }

    /// <summary>Reads a 64-bit integer: any number with a whole value, such as <c>1e3</c>.</summary>
    public long? ReadInt64(ref ReadState fields)
    {
        Advance();
        if (TryReadInt64(ref this, out long value))
        {
            return value;
        }

        KeepUnlessNull(ref fields);
        return null;
    }

    /// <summary>
    /// Reads a 64-bit integer that is a string in the specification. A number is accepted as well.
    /// </summary>
    public long? ReadInt64Text(ref ReadState fields)
    {
        Advance();
        if (TryGetNumberOrText(out ReadOnlySpan<byte> number) && JsonNumber.TryGetInt64(number, out long value))
        {
            return value;
        }

        KeepUnlessNull(ref fields);
        return null;
    }

    /// <summary>Reads a number as a decimal. A number that a decimal cannot hold exactly does not fit.</summary>
    public decimal? ReadDecimal(ref ReadState fields)
    {
        Advance();
        if (_json.TokenType == JsonTokenType.Number && JsonNumber.TryGetDecimal(_json.ValueSpan, out decimal value))
        {
            return value;
        }

        KeepUnlessNull(ref fields);
        return null;
    }

    /// <summary>
    /// Reads a decimal number that is a string in the specification. A number is accepted as well. A number that a decimal cannot hold
    /// exactly does not fit.
    /// </summary>
    public decimal? ReadDecimalText(ref ReadState fields)
    {
        Advance();
        if (TryGetNumberOrText(out ReadOnlySpan<byte> number) && JsonNumber.TryGetDecimal(number, out decimal value))
        {
            return value;
        }

        KeepUnlessNull(ref fields);
        return null;
    }

    /// <summary>Reads seconds since the Unix epoch as a time in UTC. A fraction finer than 100 ns is truncated.</summary>
    public DateTimeOffset? ReadUnixTime(ref ReadState fields)
    {
        Advance();
        if (_json.TokenType == JsonTokenType.Number
            && JsonNumber.TryGetTicks(_json.ValueSpan, out long ticks)
            && ticks >= -DateTime.UnixEpoch.Ticks && ticks <= DateTime.MaxValue.Ticks - DateTime.UnixEpoch.Ticks)
        {
            return new DateTimeOffset(DateTime.UnixEpoch.Ticks + ticks, TimeSpan.Zero);
        }

        KeepUnlessNull(ref fields);
        return null;
    }

    /// <summary>
    /// Reads a time of RFC 3339 with its offset. Lowercase letters, and a space instead of the <c>T</c>, are accepted. A leap second is
    /// read as the second after it, and a fraction finer than 100 ns is truncated.
    /// </summary>
    public DateTimeOffset? ReadDateTime(ref ReadState fields)
    {
        Advance();
        if (_json.TokenType == JsonTokenType.String
            && TryGetUtf8(out ReadOnlySpan<byte> text)
            && Rfc3339Time.TryParse(text, out DateTimeOffset value))
        {
            return value;
        }

        KeepUnlessNull(ref fields);
        return null;
    }

    /// <summary>
    /// Reads any JSON value. Null, and a value with more than 64 levels of nested arrays and objects, is read as
    /// <see langword="null"/>.
    /// </summary>
    public JsonElement? ReadJson()
    {
        Advance();
        Utf8JsonReader start = _json;
        return _json.TokenType == JsonTokenType.Null || !TryReadRaw(out _) ? null : JsonElement.ParseValue(ref start);
    }

    private readonly bool TryGetNumberOrText(out ReadOnlySpan<byte> number)
    {
        number = _json.ValueSpan;
        return _json.TokenType == JsonTokenType.Number || (_json.TokenType == JsonTokenType.String && TryGetUtf8(out number));
    }
}
