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
    private Utf8JsonReader _json;

    // The name of the field that is being read, as it stands in the text.
    private ReadOnlySpan<byte> _name;

    // An element of the list that is being read did not fit.
    private bool _misfit;

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

    /// <summary>Reads a list; one with an element that does not fit is kept whole among the extra fields.</summary>
    public IReadOnlyList<T>? ReadList<T>(ref ObjectFields fields, StripeValueReader<T> readElement)
    {
        ArgumentNullException.ThrowIfNull(readElement);
        ReadOnlySpan<byte> name = _name;
        if (!Accept(JsonTokenType.StartArray, ref fields))
        {
            return null;
        }

        Utf8JsonReader start = _json;
        List<T> list = [];
        _misfit = false;
        while (true)
        {
            Advance();
            if (_json.TokenType == JsonTokenType.EndArray)
            {
                return list;
            }

            list.Add(readElement(ref this));
            if (_misfit)
            {
                break;
            }
        }

        _misfit = false;
        _json = start;
        KeepAsExtra(name, ref fields);
        return null;
    }

    /// <summary>Reads a map; one with a value that does not fit is kept whole among the extra fields.</summary>
    public IReadOnlyDictionary<string, T>? ReadMap<T>(ref ObjectFields fields, StripeValueReader<T> readValue)
    {
        ArgumentNullException.ThrowIfNull(readValue);
        ReadOnlySpan<byte> name = _name;
        if (!Accept(JsonTokenType.StartObject, ref fields))
        {
            return null;
        }

        Utf8JsonReader start = _json;
        Dictionary<string, T> map = new(StringComparer.Ordinal);
        _misfit = false;
        while (ReadField())
        {
            string key = _json.GetString()!;
            Advance();
            map[key] = readValue(ref this);
            if (_misfit)
            {
                _misfit = false;
                _json = start;
                KeepAsExtra(name, ref fields);
                return null;
            }
        }

        return map;
    }

    /// <summary>The string that the reader stands on, as an element of a list.</summary>
    public static string StringElement(ref StripeJsonReader json) =>
        json.AcceptElement(JsonTokenType.String) ? json._json.GetString()! : "";

    /// <summary>The integer that the reader stands on, as an element of a list.</summary>
    public static long Int64Element(ref StripeJsonReader json) =>
        json.AcceptElement(JsonTokenType.Number) && json.AcceptElement(json._json.TryGetInt64(out long value)) ? value : 0;

    /// <summary>The number that the reader stands on, as an element of a list.</summary>
    public static decimal DecimalElement(ref StripeJsonReader json) =>
        json.AcceptElement(JsonTokenType.Number) && json.AcceptElement(json._json.TryGetDecimal(out decimal value)) ? value : 0;

    /// <summary>The boolean that the reader stands on, as an element of a list.</summary>
    public static bool BooleanElement(ref StripeJsonReader json) =>
        json._json.TokenType == JsonTokenType.True || (json.AcceptElement(JsonTokenType.False) && false);

    /// <summary>Whether the element of a list that the reader stands on is an object; if not, the list does not fit.</summary>
    public bool IsObjectElement() => AcceptElement(JsonTokenType.StartObject);

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

    private const long MinUnixSeconds = -62_135_596_800;
    private const long MaxUnixSeconds = 253_402_300_799;

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

    private bool AcceptElement(JsonTokenType expected) => AcceptElement(_json.TokenType == expected);

    private bool AcceptElement(bool fits)
    {
        if (!fits)
        {
            _misfit = true;
        }

        return fits;
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
