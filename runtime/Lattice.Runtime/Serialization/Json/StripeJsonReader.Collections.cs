using System.Collections.ObjectModel;
using System.Text;
using System.Text.Json;

namespace Lattice.Stripe.Serialization.Json;

/// <content>
/// Lists and maps. An element that does not fit is kept among the extra fields as <c>name[index]</c> or <c>name[key]</c>; the other
/// elements are read.
/// </content>
public ref partial struct StripeJsonReader
{
    /// <summary>Reads the current element; <see langword="false"/> if it does not fit.</summary>
    private delegate bool ElementReader<T>(ref StripeJsonReader json, out T element);

    /// <summary>Reads a list of strings.</summary>
    public IReadOnlyList<string>? ReadStrings(ref ReadState fields) => ReadList<string>(ref fields, TryReadString);

    /// <summary>Reads a list of integers.</summary>
    public IReadOnlyList<long>? ReadInt64s(ref ReadState fields) => ReadList<long>(ref fields, TryReadInt64);

    /// <summary>Reads a list of open enums.</summary>
    public IReadOnlyList<T>? ReadEnums<T>(ref ReadState fields)
        where T : struct, IStripeEnum<T> =>
        ReadList(ref fields, static (ref StripeJsonReader json, out T element) =>
        {
            bool isText = TryReadString(ref json, out string text);
            element = isText ? T.FromString(text) : default;
            return isText;
        });

    /// <summary>Reads a list of objects.</summary>
    public IReadOnlyList<T>? ReadObjects<T>(ref ReadState fields, StripeObjectReader<T> read)
        where T : StripeObject => ReadList(ref fields, Element(read));

    /// <summary>Reads a list of references.</summary>
    public IReadOnlyList<Expandable<T>>? ReadExpandables<T>(ref ReadState fields, StripeObjectReader<T> read)
        where T : StripeObject => ReadList(ref fields, ExpandableElement(read));

    /// <summary>Reads a page of objects.</summary>
    public StripeList<T>? ReadPage<T>(ref ReadState fields, StripeObjectReader<T> read)
        where T : StripeObject => ReadPage(ref fields, Element(read));

    /// <summary>Reads a page of references.</summary>
    public StripeList<Expandable<T>>? ReadExpandablePage<T>(ref ReadState fields, StripeObjectReader<T> read)
        where T : StripeObject => ReadPage(ref fields, ExpandableElement(read));

    /// <summary>Reads a map to strings.</summary>
    public IReadOnlyDictionary<string, string>? ReadStringMap(ref ReadState fields) =>
        ReadMap<string>(ref fields, TryReadString);

    /// <summary>Reads a map to integers.</summary>
    public IReadOnlyDictionary<string, long>? ReadInt64Map(ref ReadState fields) => ReadMap<long>(ref fields, TryReadInt64);

    /// <summary>Reads a map to objects.</summary>
    public IReadOnlyDictionary<string, T>? ReadObjectMap<T>(ref ReadState fields, StripeObjectReader<T> read)
        where T : StripeObject => ReadMap(ref fields, Element(read));

    private StripeList<T>? ReadPage<T>(ref ReadState fields, ElementReader<T> readElement)
    {
        ReadOnlySpan<byte> name = _name;
        Advance();
        if (!TryEnterObject())
        {
            KeepUnlessNull(name, ref fields);
            return null;
        }

        StripeList<T> page = ReadPage(readElement);
        _level--;
        return page;
    }

    private StripeList<T> ReadPage<T>(ElementReader<T> readElement)
    {
        IReadOnlyList<T>? data = null;
        bool? hasMore = null;
        string? @object = null;
        string? url = null;
        ReadState own = default;
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

    private void AddIfMissing(ref ReadState fields, bool isMissing, string name)
    {
        if (isMissing)
        {
            AddMissing(ref fields, "StripeList", name);
        }
    }

    private IReadOnlyList<T>? ReadList<T>(ref ReadState fields, ElementReader<T> readElement)
    {
        ReadOnlySpan<byte> name = _name;
        if (!Accept(JsonTokenType.StartArray, ref fields))
        {
            return null;
        }

        List<T>? list = null;
        bool hasOdd = false;
        for (int index = 0; TryMoveToElement(); index++)
        {
            if (readElement(ref this, out T element))
            {
                (list ??= []).Add(element);
            }
            else if (TryReadRaw(out ReadOnlySpan<byte> json))
            {
                GetExtraOf(name, ref fields, ref hasOdd).AddElement(index, json);
            }
        }

        return list ?? (IReadOnlyList<T>)Array.Empty<T>();
    }

    private IReadOnlyDictionary<string, T>? ReadMap<T>(ref ReadState fields, ElementReader<T> readElement)
    {
        ReadOnlySpan<byte> name = _name;
        if (!Accept(JsonTokenType.StartObject, ref fields))
        {
            return null;
        }

        Dictionary<string, T>? map = null;
        bool hasOdd = false;
        while (ReadField())
        {
            ReadOnlySpan<byte> key = _name;
            Advance();
            if (readElement(ref this, out T element))
            {
                (map ??= new(StringComparer.Ordinal))[Encoding.UTF8.GetString(key)] = element;
            }
            else if (TryReadRaw(out ReadOnlySpan<byte> json))
            {
                GetExtraOf(name, ref fields, ref hasOdd).AddEntry(key, json);
            }
        }

        return map ?? (IReadOnlyDictionary<string, T>)ReadOnlyDictionary<string, T>.Empty;
    }

    private bool TryMoveToElement()
    {
        Advance();
        CountStep();
        return _json.TokenType != JsonTokenType.EndArray;
    }

    /// <summary>Returns the extra fields. The first call starts the elements of the list or map.</summary>
    private static AdditionalFields GetExtraOf(ReadOnlySpan<byte> name, ref ReadState fields, ref bool isStarted)
    {
        AdditionalFields extra = fields.GetExtraForWriting();
        if (!isStarted)
        {
            extra.AddCollection(name);
            isStarted = true;
        }

        return extra;
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
        return json._json.TokenType == JsonTokenType.Number && JsonNumber.TryGetInt64(json._json.ValueSpan, out value);
    }

    private static ElementReader<T> Element<T>(StripeObjectReader<T> read)
        where T : StripeObject
    {
        ArgumentNullException.ThrowIfNull(read);
        return (ref StripeJsonReader json, out T element) => json.TryReadObject(read, out element!);
    }

    private static ElementReader<Expandable<T>> ExpandableElement<T>(StripeObjectReader<T> read)
        where T : StripeObject
    {
        ArgumentNullException.ThrowIfNull(read);
        return (ref StripeJsonReader json, out Expandable<T> element) => json.TryReadExpandable(read, out element);
    }
}
