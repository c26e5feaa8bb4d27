using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Lattice.Stripe.Serialization;

/// <content>Values that may be of several types.</content>
public ref partial struct StripeJsonReader
{
    /// <summary>Reads a reference: an id or, if the request asked for it, the object itself.</summary>
    public Expandable<T>? ReadExpandable<T>(ref ObjectFields fields, StripeObjectReader<T> read)
        where T : StripeObject
    {
        ArgumentNullException.ThrowIfNull(read);
        ReadOnlySpan<byte> name = _name;
        Advance();
        if (TryReadExpandable(read, out Expandable<T> value))
        {
            return value;
        }

        if (_json.TokenType != JsonTokenType.Null)
        {
            KeepAsExtra(name, ref fields);
        }

        return null;
    }

    /// <summary>
    /// Reads the id of an object. If the request expanded it, that is the id in the object, which is kept among the extra fields.
    /// </summary>
    public string? ReadId(ref ObjectFields fields)
    {
        ReadOnlySpan<byte> name = _name;
        Advance();
        switch (_json.TokenType)
        {
            case JsonTokenType.String when TryGetString(in _json, out string? text):
                return text;
            case JsonTokenType.Null:
                return null;
            default:
                string? id = _json.TokenType == JsonTokenType.StartObject ? PeekString("id"u8) : null;
                KeepAsExtra(name, ref fields);
                return id;
        }
    }

    /// <summary>
    /// The string field of that name in the object that the reader stands on; <see langword="null"/> if it has none. The
    /// reader does not move.
    /// </summary>
    public readonly string? PeekString(ReadOnlySpan<byte> name)
    {
        Utf8JsonReader json = _json;
        return MoveTo(ref json, name) && json.TokenType == JsonTokenType.String && TryGetString(in json, out string? text) ? text : null;
    }

    /// <summary>Whether the object that the reader stands on has a field of that name that is true. The reader does not move.</summary>
    public readonly bool PeekTrue(ReadOnlySpan<byte> name)
    {
        Utf8JsonReader json = _json;
        return MoveTo(ref json, name) && json.TokenType == JsonTokenType.True;
    }

    private bool TryReadExpandable<T>(StripeObjectReader<T> read, out Expandable<T> value)
        where T : StripeObject
    {
        switch (_json.TokenType)
        {
            case JsonTokenType.String when TryGetString(in _json, out string? text):
                value = new Expandable<T>(text);
                return true;
            case JsonTokenType.StartObject when RuntimeHelpers.TryEnsureSufficientExecutionStack():
                string id = PeekString("id"u8) ?? "";
                value = new Expandable<T>(id, read(ref this));
                return true;
            default:
                value = default;
                return false;
        }
    }

    private static bool MoveTo(ref Utf8JsonReader json, ReadOnlySpan<byte> name)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            bool found = IsName(in json, name);
            json.Read();
            if (found)
            {
                return true;
            }

            json.Skip();
        }

        return false;
    }
}
