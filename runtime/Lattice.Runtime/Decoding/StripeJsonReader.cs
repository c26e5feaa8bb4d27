using System.Text;
using System.Text.Json;

namespace Lattice.Stripe.Serialization;

/// <summary>Reads a value whose first token <paramref name="json"/> stands on.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="json">The reader; on return it stands on the value's last token.</param>
public delegate T StripeValueReader<out T>(ref StripeJsonReader json);

/// <summary>
/// Reads the objects of an answer field by field. It never fails for what Stripe may change: a value that does not fit
/// the type that is asked for is kept among the extra fields, and the read returns <see langword="null"/>.
/// </summary>
public ref struct StripeJsonReader
{
    // What DateTimeOffset can hold.
    private const long MinUnixSeconds = -62_135_596_800;
    private const long MaxUnixSeconds = 253_402_300_799;

    private Utf8JsonReader _json;

    // The name of the field that is being read, as it stands in the text.
    private ReadOnlySpan<byte> _name;

    internal StripeJsonReader(ReadOnlySpan<byte> utf8Json) => _json = new Utf8JsonReader(utf8Json);

    internal readonly JsonTokenType TokenType => _json.TokenType;

    /// <summary>Moves to the object's next field; <see langword="false"/> at its end.</summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public bool ReadField()
    {
        Advance();
        if (_json.TokenType == JsonTokenType.EndObject)
        {
            return false;
        }

        _name = _json.ValueSpan;
        return true;
    }

    /// <summary>Whether the field that <see cref="ReadField"/> moved to has this name.</summary>
    public readonly bool IsField(ReadOnlySpan<byte> name) => _json.ValueTextEquals(name);

    /// <summary>Keeps the current field as one that the types do not know.</summary>
    public void ReadExtra(ref ObjectFields fields)
    {
        ReadOnlySpan<byte> name = _name;
        Advance();
        KeepAsExtra(name, ref fields);
    }

    /// <summary>Reads a string.</summary>
    public string? ReadString(ref ObjectFields fields) =>
        Accept(JsonTokenType.String, ref fields) ? _json.GetString() : null;

    /// <summary>Reads a string that is a secret.</summary>
    public SecretString? ReadSecret(ref ObjectFields fields) =>
        ReadString(ref fields) is { } text ? new SecretString(text) : null;

    /// <summary>Reads a boolean.</summary>
    public bool? ReadBoolean(ref ObjectFields fields)
    {
        ReadOnlySpan<byte> name = _name;
        Advance();
        switch (_json.TokenType)
        {
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            case JsonTokenType.Null:
                return null;
            default:
                KeepAsExtra(name, ref fields);
                return null;
        }
    }

    /// <summary>Reads an integer of 64 bits.</summary>
    public long? ReadInt64(ref ObjectFields fields)
    {
        ReadOnlySpan<byte> name = _name;
        if (Accept(JsonTokenType.Number, ref fields))
        {
            if (_json.TryGetInt64(out long value))
            {
                return value;
            }

            KeepAsExtra(name, ref fields);
        }

        return null;
    }

    /// <summary>Reads a number as an exact decimal.</summary>
    public decimal? ReadDecimal(ref ObjectFields fields)
    {
        ReadOnlySpan<byte> name = _name;
        if (Accept(JsonTokenType.Number, ref fields))
        {
            if (_json.TryGetDecimal(out decimal value))
            {
                return value;
            }

            KeepAsExtra(name, ref fields);
        }

        return null;
    }

    /// <summary>Reads seconds since the Unix epoch as a time in UTC.</summary>
    public DateTimeOffset? ReadUnixTime(ref ObjectFields fields)
    {
        ReadOnlySpan<byte> name = _name;
        if (Accept(JsonTokenType.Number, ref fields))
        {
            if (_json.TryGetInt64(out long seconds) && seconds is >= MinUnixSeconds and <= MaxUnixSeconds)
            {
                return DateTimeOffset.FromUnixTimeSeconds(seconds);
            }

            KeepAsExtra(name, ref fields);
        }

        return null;
    }

    /// <summary>Reads any JSON value; null reads as <see langword="null"/>.</summary>
    public JsonElement? ReadJson()
    {
        Advance();
        return _json.TokenType == JsonTokenType.Null ? null : JsonElement.ParseValue(ref _json);
    }

    /// <summary>Reads an object with the reader of its type.</summary>
    public T? ReadObject<T>(ref ObjectFields fields, StripeValueReader<T> read)
        where T : StripeObject
    {
        ArgumentNullException.ThrowIfNull(read);
        return Accept(JsonTokenType.StartObject, ref fields) ? read(ref this) : null;
    }

    /// <summary>Reads one of known values, or one that Stripe has added.</summary>
    public T? ReadEnum<T>(ref ObjectFields fields)
        where T : struct, IStripeEnum<T> => ReadString(ref fields) is { } text ? T.FromString(text) : null;

    /// <summary>Reads a list of strings; one with another element is kept whole as an extra field.</summary>
    public IReadOnlyList<string>? ReadStrings(ref ObjectFields fields) =>
        ReadList(JsonTokenType.String, static (ref json) => json._json.GetString()!, ref fields);

    /// <summary>Reads a list of open enums; one with another element is kept whole as an extra field.</summary>
    public IReadOnlyList<T>? ReadEnums<T>(ref ObjectFields fields)
        where T : struct, IStripeEnum<T> =>
        ReadList(JsonTokenType.String, static (ref json) => T.FromString(json._json.GetString()!), ref fields);

    /// <summary>Reads a list of objects; one with another element is kept whole as an extra field.</summary>
    public IReadOnlyList<T>? ReadObjects<T>(ref ObjectFields fields, StripeValueReader<T> read)
        where T : StripeObject
    {
        ArgumentNullException.ThrowIfNull(read);
        return ReadList(JsonTokenType.StartObject, read, ref fields);
    }

    /// <summary>Reads a map to strings; one with another value is kept whole as an extra field.</summary>
    public IReadOnlyDictionary<string, string>? ReadStringMap(ref ObjectFields fields)
    {
        ReadOnlySpan<byte> name = _name;
        if (!Accept(JsonTokenType.StartObject, ref fields))
        {
            return null;
        }

        Utf8JsonReader start = _json;
        Dictionary<string, string> map = new(StringComparer.Ordinal);
        while (ReadField())
        {
            string key = _json.GetString()!;
            Advance();
            if (_json.TokenType != JsonTokenType.String)
            {
                _json = start;
                KeepAsExtra(name, ref fields);
                return null;
            }

            map[key] = _json.GetString()!;
        }

        return map;
    }

    internal void Advance()
    {
        if (!_json.Read())
        {
            throw new JsonException("The text ends early.");
        }
    }

    /// <summary>Checks that nothing but white space follows.</summary>
    internal void ReadEnd()
    {
        if (_json.Read())
        {
            throw new JsonException("The text goes on behind its end.");
        }
    }

    /// <summary>Moves to the field's value. Unless it is of that kind, null is dropped and anything else is kept as an extra field.</summary>
    private bool Accept(JsonTokenType expected, ref ObjectFields fields)
    {
        ReadOnlySpan<byte> name = _name;
        Advance();
        if (_json.TokenType == expected)
        {
            return true;
        }

        if (_json.TokenType != JsonTokenType.Null)
        {
            KeepAsExtra(name, ref fields);
        }

        return false;
    }

    private List<T>? ReadList<T>(JsonTokenType elements, StripeValueReader<T> readElement, ref ObjectFields fields)
    {
        ReadOnlySpan<byte> name = _name;
        if (!Accept(JsonTokenType.StartArray, ref fields))
        {
            return null;
        }

        Utf8JsonReader start = _json;
        List<T> list = [];
        while (true)
        {
            Advance();
            if (_json.TokenType == JsonTokenType.EndArray)
            {
                return list;
            }

            if (_json.TokenType != elements)
            {
                _json = start;
                KeepAsExtra(name, ref fields);
                return null;
            }

            list.Add(readElement(ref this));
        }
    }

    private void KeepAsExtra(ReadOnlySpan<byte> name, ref ObjectFields fields) =>
        fields.AddExtra(Unescape(name), JsonElement.ParseValue(ref _json));

    private static string Unescape(ReadOnlySpan<byte> name)
    {
        if (!name.Contains((byte)'\\'))
        {
            return Encoding.UTF8.GetString(name);
        }

        var json = new Utf8JsonReader([(byte)'"', .. name, (byte)'"']);
        json.Read();
        return json.GetString()!;
    }
}
