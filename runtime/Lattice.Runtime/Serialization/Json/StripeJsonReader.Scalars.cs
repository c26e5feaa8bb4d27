using System.Text.Json;

namespace Lattice.Stripe.Serialization.Json;

/// <content>Strings, numbers, times, and values of any kind.</content>
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
        // No conditional expression: its null would convert to a SecretString without a value.
        if (ReadString(ref fields) is { } text)
        {
            return new SecretString(text);
        }

        return null;
    }

    /// <summary>Reads one of known values, or one that Stripe has added.</summary>
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

    /// <summary>Reads an integer of 64 bits: any number with a whole value, such as <c>1e3</c>.</summary>
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
    /// Reads an integer of 64 bits that the specification writes as a string. Its number alone will do as well.
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

    /// <summary>Reads a number as a decimal. One that a decimal cannot hold exactly does not fit.</summary>
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
    /// Reads a decimal number that the specification writes as a string. Its number alone will do as well. One that a
    /// decimal cannot hold exactly does not fit.
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

    /// <summary>Reads seconds since the Unix epoch as a time in UTC. A fraction finer than 100 ns is cut.</summary>
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
    /// Reads a time that is written as RFC 3339, with small letters or a space as well; its offset is kept. A leap
    /// second reads as the second after it, and a fraction finer than 100 ns is cut.
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
    /// Reads any JSON value; null reads as <see langword="null"/>, and so does a value in which more than 64 arrays and
    /// objects are nested.
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
