using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Lattice.Stripe.Serialization.Json;

/// <content>Nested objects within the limits, and references to objects.</content>
public ref partial struct StripeJsonReader
{
    private static ReadOnlySpan<byte> IdName => "id"u8;

    /// <summary>Reads a response that is a file. Only a header can identify it as Stripe's.</summary>
    /// <param name="json">The reader, at the start of the file.</param>
    public static StripeDownload ReadFile(ref StripeJsonReader json)
    {
        json._isUnrecognizable = true;
        return new StripeDownload(ref json, json._text);
    }

    /// <summary>Reads an object.</summary>
    public T? ReadObject<T>()
        where T : StripeObject, IJsonReadable<T>
    {
        ReadOnlySpan<byte> name = _name;
        Advance();
        if (!TryReadObject(out T? value))
        {
            KeepUnlessNull(name);
        }

        MoveToField();
        return value;
    }

    /// <summary>Reads a reference: an id or, if the request expanded it, the object itself.</summary>
    public Expandable<T>? ReadExpandable<T>()
        where T : StripeObject, IJsonReadable<T>
    {
        ReadOnlySpan<byte> name = _name;
        Advance();
        bool isRead = TryReadExpandable(out Expandable<T> value);
        if (!isRead)
        {
            KeepUnlessNull(name);
        }

        MoveToField();
        return isRead ? value : default(Expandable<T>?);
    }

    /// <summary>
    /// Reads the id of an object. If the request expanded the object, this is the id in the object, and the object is kept among the extra
    /// fields.
    /// </summary>
    public string? ReadId()
    {
        ReadOnlySpan<byte> name = _name;
        Advance();
        string? text = null;
        if (_json.TokenType != JsonTokenType.String || !TryGetString(in _json, out text))
        {
            IdSearch outer = StartIdSearch();
            KeepUnlessNull(name);
            text = EndIdSearch(outer);
        }

        MoveToField();
        return text;
    }

    private bool TryReadExpandable<T>(out Expandable<T> value)
        where T : StripeObject, IJsonReadable<T>
    {
        value = default;
        if (_json.TokenType == JsonTokenType.String)
        {
            bool isText = TryGetString(in _json, out string? text);
            value = isText ? new Expandable<T>(text!) : default;
            return isText;
        }

        IdSearch outer = StartIdSearch();
        bool isRead = TryReadObject(out T? target);
        string? id = EndIdSearch(outer);
        value = isRead ? new Expandable<T>(id ?? "", target!) : default;
        return isRead;
    }

    private bool TryReadObject<T>(out T? value)
        where T : StripeObject, IJsonReadable<T>
    {
        if (!TryEnterObject())
        {
            value = null;
            return false;
        }

        ReadState outer = _fields;
        _fields = default;
        value = T.Read(ref this);
        _fields = outer;
        _level--;
        return true;
    }

    /// <summary>Enters the current value if it is an object within the limits.</summary>
    /// <exception cref="ResponseLimitException">The response has too many objects.</exception>
    private bool TryEnterObject()
    {
        // The stack of a thread may be too small for the maximum depth.
        if (_json.TokenType != JsonTokenType.StartObject
            || _level >= DecodingLimits.MaxObjectLevels
            || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return false;
        }

        _level++;
        if (++_objects > DecodingLimits.MaxObjects)
        {
            throw new ResponseLimitException($"holds more than {DecodingLimits.MaxObjects} objects");
        }

        return true;
    }

    /// <summary>
    /// Starts the search for the id of the object that is about to be read. Looking ahead would read nested references again at each
    /// level.
    /// </summary>
    private IdSearch StartIdSearch()
    {
        var outer = new IdSearch(_idDepth, _idAt);
        _idDepth = _json.CurrentDepth + 1;
        _idAt = 0;
        return outer;
    }

    /// <summary>Returns the id that was found; <see langword="null"/> if the object has no string <c>id</c>.</summary>
    private string? EndIdSearch(IdSearch outer)
    {
        int at = _idAt;
        (_idDepth, _idAt) = (outer.Depth, outer.At);
        if (at == 0)
        {
            return null;
        }

        var json = new Utf8JsonReader(_text[at..], DecodingLimits.AnyDepth);
        return json.Read() && json.TokenType == JsonTokenType.String && TryGetString(in json, out string? id) ? id : null;
    }

    private void NoteId(ReadOnlySpan<byte> name)
    {
        if (_idDepth == _json.CurrentDepth && name.SequenceEqual(IdName))
        {
            _idAt = (int)_json.BytesConsumed;
        }
    }

    private void NoteId(scoped ref readonly Utf8JsonReader json)
    {
        if (_idDepth == json.CurrentDepth && IsName(in json, IdName))
        {
            _idAt = (int)json.BytesConsumed;
        }
    }

    private readonly record struct IdSearch(int Depth, int At);
}
