using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Lattice.Stripe.Serialization;

/// <content>Lists and maps. One with an element that does not fit is kept whole among the extra fields.</content>
public ref partial struct StripeJsonReader
{
    /// <summary>Reads the element that the reader stands on; <see langword="false"/> if it does not fit.</summary>
    private delegate bool ElementReader<T>(ref StripeJsonReader json, out T element);

    /// <summary>Reads a list of strings.</summary>
    public IReadOnlyList<string>? ReadStrings(ref ObjectFields fields) => ReadList<string>(ref fields, TryReadString);

    /// <summary>Reads a list of integers.</summary>
    public IReadOnlyList<long>? ReadInt64s(ref ObjectFields fields) => ReadList<long>(ref fields, TryReadInt64);

    /// <summary>Reads a list of open enums.</summary>
    public IReadOnlyList<T>? ReadEnums<T>(ref ObjectFields fields)
        where T : struct, IStripeEnum<T> =>
        ReadList(ref fields, static (ref StripeJsonReader json, out T element) =>
        {
            bool fits = TryReadString(ref json, out string text);
            element = fits ? T.FromString(text) : default;
            return fits;
        });

    /// <summary>Reads a list of objects.</summary>
    public IReadOnlyList<T>? ReadObjects<T>(ref ObjectFields fields, StripeObjectReader<T> read)
        where T : StripeObject => ReadList(ref fields, Element(read));

    /// <summary>Reads a list of references.</summary>
    public IReadOnlyList<Expandable<T>>? ReadExpandables<T>(ref ObjectFields fields, StripeObjectReader<T> read)
        where T : StripeObject => ReadList(ref fields, ExpandableElement(read));

    /// <summary>Reads a page of objects.</summary>
    public StripeList<T>? ReadPage<T>(ref ObjectFields fields, StripeObjectReader<T> read)
        where T : StripeObject => ReadPage(ref fields, Element(read));

    /// <summary>Reads a page of references.</summary>
    public StripeList<Expandable<T>>? ReadExpandablePage<T>(ref ObjectFields fields, StripeObjectReader<T> read)
        where T : StripeObject => ReadPage(ref fields, ExpandableElement(read));

    /// <summary>Reads a map to strings.</summary>
    public IReadOnlyDictionary<string, string>? ReadStringMap(ref ObjectFields fields) => ReadMap<string>(ref fields, TryReadString);

    /// <summary>Reads a map to integers.</summary>
    public IReadOnlyDictionary<string, long>? ReadInt64Map(ref ObjectFields fields) => ReadMap<long>(ref fields, TryReadInt64);

    /// <summary>Reads a map to objects.</summary>
    public IReadOnlyDictionary<string, T>? ReadObjectMap<T>(ref ObjectFields fields, StripeObjectReader<T> read)
        where T : StripeObject => ReadMap(ref fields, Element(read));

    private StripeList<T>? ReadPage<T>(ref ObjectFields fields, ElementReader<T> readElement)
    {
        if (!Accept(JsonTokenType.StartObject, ref fields))
        {
            return null;
        }

        IReadOnlyList<T>? data = null;
        bool? hasMore = null;
        string? @object = null;
        string? url = null;
        ObjectFields own = default;
        while (ReadField())
        {
            if (IsField("data"u8))
            {
                data = ReadList(ref own, readElement);
            }
            else if (IsField("has_more"u8))
            {
                hasMore = ReadBoolean(ref own);
            }
            else if (IsField("object"u8))
            {
                @object = ReadString(ref own);
            }
            else if (IsField("url"u8))
            {
                url = ReadString(ref own);
            }
            else
            {
                ReadExtra(ref own);
            }
        }

        AddIfMissing(ref own, data is null, "data");
        AddIfMissing(ref own, hasMore is null, "has_more");
        AddIfMissing(ref own, @object is null, "object");
        AddIfMissing(ref own, url is null, "url");
        return new StripeList<T>(own) { Data = data ?? [], HasMore = hasMore ?? false, Object = @object ?? "", Url = url ?? "" };
    }

    private void AddIfMissing(ref ObjectFields fields, bool isMissing, string name)
    {
        if (isMissing)
        {
            AddMissing(ref fields, "StripeList", name);
        }
    }

    private List<T>? ReadList<T>(ref ObjectFields fields, ElementReader<T> readElement)
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

            if (!readElement(ref this, out T element))
            {
                _json = start;
                KeepAsExtra(name, ref fields);
                return null;
            }

            list.Add(element);
        }
    }

    private Dictionary<string, T>? ReadMap<T>(ref ObjectFields fields, ElementReader<T> readElement)
    {
        ReadOnlySpan<byte> name = _name;
        if (!Accept(JsonTokenType.StartObject, ref fields))
        {
            return null;
        }

        Utf8JsonReader start = _json;
        Dictionary<string, T> map = new(StringComparer.Ordinal);
        while (ReadField())
        {
            string key = Unescape(_name);
            Advance();
            if (!readElement(ref this, out T element))
            {
                _json = start;
                KeepAsExtra(name, ref fields);
                return null;
            }

            map[key] = element;
        }

        return map;
    }

    private static bool TryReadString(ref StripeJsonReader json, out string text)
    {
        text = "";
        if (json._json.TokenType != JsonTokenType.String || !TryGetString(in json._json, out string? read))
        {
            return false;
        }

        text = read;
        return true;
    }

    private static bool TryReadInt64(ref StripeJsonReader json, out long value)
    {
        value = 0;
        return json._json.TokenType == JsonTokenType.Number && json._json.TryGetInt64(out value);
    }

    private static ElementReader<T> Element<T>(StripeObjectReader<T> read)
        where T : StripeObject
    {
        ArgumentNullException.ThrowIfNull(read);
        return (ref StripeJsonReader json, out T element) =>
        {
            bool fits = json._json.TokenType == JsonTokenType.StartObject && RuntimeHelpers.TryEnsureSufficientExecutionStack();
            element = fits ? read(ref json) : null!;
            return fits;
        };
    }

    private static ElementReader<Expandable<T>> ExpandableElement<T>(StripeObjectReader<T> read)
        where T : StripeObject
    {
        ArgumentNullException.ThrowIfNull(read);
        return (ref StripeJsonReader json, out Expandable<T> element) => json.TryReadExpandable(read, out element);
    }
}
