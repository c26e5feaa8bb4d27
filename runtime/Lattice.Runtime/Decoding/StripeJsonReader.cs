using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Lattice.Stripe.Serialization;

/// <summary>Reads an object whose first token, <c>{</c>, <paramref name="json"/> stands on.</summary>
/// <typeparam name="T">The type of the object.</typeparam>
/// <param name="json">The reader; on return it stands on the object's last token.</param>
public delegate T StripeObjectReader<out T>(ref StripeJsonReader json)
    where T : StripeObject;

/// <summary>
/// Reads the objects of an answer field by field. It never fails for what Stripe may change: a value that does not fit
/// the type that is asked for is kept among the extra fields, and the read returns <see langword="null"/>.
/// </summary>
public ref partial struct StripeJsonReader
{
    // What DateTimeOffset can hold.
    private const long MinUnixSeconds = -62_135_596_800;
    private const long MaxUnixSeconds = 253_402_300_799;

    // Deeper than anything of Stripe's. What is too deep for the stack of a thread is kept as it stands.
    private static readonly JsonReaderOptions s_options = new() { MaxDepth = 1000 };

    private readonly ReadOnlySpan<byte> _text;
    private Utf8JsonReader _json;

    // What all objects of the answer lack.
    private List<string>? _missing;

    // The name of the field that is being read, as it stands in the text.
    private ReadOnlySpan<byte> _name;

    // Whether the root object's property "object" has the value of the expected resource, and whether it has another one or
    // nothing by which it could be told from other objects.
    private bool _hasExpectedObject;
    private bool _isUnrecognizable;
    private string? _expectedObject;

    internal StripeJsonReader(ReadOnlySpan<byte> utf8Json)
    {
        _text = utf8Json;
        _json = new Utf8JsonReader(utf8Json, s_options);
    }

    /// <summary>The value of the token that the reader stands on; <see langword="false"/> if it does not fit.</summary>
    private delegate bool TokenReader<T>(ref Utf8JsonReader json, out T value);

    internal readonly IReadOnlyList<string> Missing => _missing ?? (IReadOnlyList<string>)[];

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
    public readonly bool IsField(ReadOnlySpan<byte> name) => IsName(in _json, name);

    /// <summary>Notes that a field which the specification requires is absent or null.</summary>
    /// <param name="fields">The findings of the object that lacks it.</param>
    /// <param name="type">The object's type.</param>
    /// <param name="name">The field's name in the answer.</param>
    public void AddMissing(ref ObjectFields fields, string type, string name)
    {
        fields.AddMissing(name);
        (_missing ??= []).Add($"{type}.{name}");
    }

    /// <summary>Keeps the current field as one that the types do not know.</summary>
    public void ReadExtra(ref ObjectFields fields)
    {
        ReadOnlySpan<byte> name = _name;
        Advance();
        KeepAsExtra(name, ref fields);
    }

    /// <summary>Reads a string.</summary>
    public string? ReadString(ref ObjectFields fields)
    {
        ReadOnlySpan<byte> name = _name;
        if (!Accept(JsonTokenType.String, ref fields))
        {
            return null;
        }

        if (TryGetString(in _json, out string? text))
        {
            return text;
        }

        KeepAsExtra(name, ref fields);
        return null;
    }

    /// <summary>Reads a string that is a secret.</summary>
    public SecretString? ReadSecret(ref ObjectFields fields)
    {
        // No conditional expression: its null would convert to a SecretString without a value.
        if (ReadString(ref fields) is { } text)
        {
            return new SecretString(text);
        }

        return null;
    }

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
    public long? ReadInt64(ref ObjectFields fields) =>
        Read(JsonTokenType.Number, static (ref Utf8JsonReader json, out long value) => json.TryGetInt64(out value), ref fields);

    /// <summary>Reads a number as a decimal.</summary>
    public decimal? ReadDecimal(ref ObjectFields fields) =>
        Read(JsonTokenType.Number, static (ref Utf8JsonReader json, out decimal value) => json.TryGetDecimal(out value), ref fields);

    /// <summary>Reads seconds since the Unix epoch as a time in UTC.</summary>
    public DateTimeOffset? ReadUnixTime(ref ObjectFields fields) =>
        Read(JsonTokenType.Number, static (ref Utf8JsonReader json, out DateTimeOffset value) =>
        {
            bool fits = json.TryGetInt64(out long seconds) && seconds is >= MinUnixSeconds and <= MaxUnixSeconds;
            value = fits ? DateTimeOffset.FromUnixTimeSeconds(seconds) : default;
            return fits;
        }, ref fields);

    /// <summary>Reads an integer of 64 bits that is written as a string.</summary>
    public long? ReadInt64Text(ref ObjectFields fields) =>
        Read(JsonTokenType.String, static (ref Utf8JsonReader json, out long value) =>
        {
            value = 0;
            return TryGetString(in json, out string? text)
                && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
        }, ref fields);

    /// <summary>Reads a decimal number that is written as a string.</summary>
    public decimal? ReadDecimalText(ref ObjectFields fields) =>
        Read(JsonTokenType.String, static (ref Utf8JsonReader json, out decimal value) =>
        {
            const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
            value = 0;
            return TryGetString(in json, out string? text) && decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out value);
        }, ref fields);

    /// <summary>Reads a time that is written as RFC 3339; its offset is kept.</summary>
    public DateTimeOffset? ReadDateTime(ref ObjectFields fields) =>
        Read(
            JsonTokenType.String,
            static (ref Utf8JsonReader json, out DateTimeOffset value) => json.TryGetDateTimeOffset(out value),
            ref fields);

    /// <summary>Reads any JSON value; null reads as <see langword="null"/>.</summary>
    public JsonElement? ReadJson()
    {
        Advance();
        return _json.TokenType == JsonTokenType.Null ? null : JsonElement.ParseValue(ref _json);
    }

    /// <summary>Reads an object with the reader of its type.</summary>
    public T? ReadObject<T>(ref ObjectFields fields, StripeObjectReader<T> read)
        where T : StripeObject
    {
        ArgumentNullException.ThrowIfNull(read);
        ReadOnlySpan<byte> name = _name;
        if (!Accept(JsonTokenType.StartObject, ref fields))
        {
            return null;
        }

        if (RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return read(ref this);
        }

        KeepAsExtra(name, ref fields);
        return null;
    }

    /// <summary>Reads one of known values, or one that Stripe has added.</summary>
    public T? ReadEnum<T>(ref ObjectFields fields)
        where T : struct, IStripeEnum<T> => ReadString(ref fields) is { } text ? T.FromString(text) : null;

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

    private T? Read<T>(JsonTokenType token, TokenReader<T> read, ref ObjectFields fields)
        where T : struct
    {
        ReadOnlySpan<byte> name = _name;
        if (!Accept(token, ref fields))
        {
            return null;
        }

        if (read(ref _json, out T value))
        {
            return value;
        }

        KeepAsExtra(name, ref fields);
        return null;
    }

    /// <summary>
    /// Moves to the field's value. Unless it is of that kind, null is dropped and anything else is kept as an extra field.
    /// </summary>
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

    private void KeepAsExtra(ReadOnlySpan<byte> name, ref ObjectFields fields)
    {
        int start = (int)_json.TokenStartIndex;
        _json.Skip();
        fields.AddExtra(Unescape(name), _text[start..(int)_json.BytesConsumed]);
    }
}
