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
    public IReadOnlyList<string>? ReadStrings() => ReadList<string>(TryReadString);

    /// <summary>Reads a list of integers.</summary>
    public IReadOnlyList<long>? ReadInt64s() => ReadList<long>(TryReadInt64);

    /// <summary>Reads a list of open enums.</summary>
    public IReadOnlyList<StripeEnum<T>>? ReadEnums<T>()
        where T : StripeEnumValues =>
        ReadList(static (ref StripeJsonReader json, out StripeEnum<T> element) =>
        {
            bool isText = TryReadString(ref json, out string text);
            element = isText ? new StripeEnum<T>(text) : default;
            return isText;
        });

    /// <summary>Reads a list of objects.</summary>
    public IReadOnlyList<T>? ReadObjects<T>()
        where T : StripeObject, IJsonReadable<T> => ReadList<T>(TryReadElement);

    /// <summary>Reads a list of references.</summary>
    public IReadOnlyList<Expandable<T>>? ReadExpandables<T>()
        where T : StripeObject, IJsonReadable<T> => ReadList<Expandable<T>>(TryReadExpandableElement);

    /// <summary>Reads a map to strings.</summary>
    public IReadOnlyDictionary<string, string>? ReadStringMap() =>
        ReadMap<string>(TryReadString);

    /// <summary>Reads a map to integers.</summary>
    public IReadOnlyDictionary<string, long>? ReadInt64Map() => ReadMap<long>(TryReadInt64);

    /// <summary>Reads a map to numbers. A number that a decimal cannot hold exactly does not fit.</summary>
    public IReadOnlyDictionary<string, decimal>? ReadDecimalMap() => ReadMap<decimal>(TryReadDecimal);

    /// <summary>Reads a map to lists of strings. A list with an element that does not fit does not fit as a whole.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? ReadStringListMap() =>
        ReadMap(static (ref StripeJsonReader json, out IReadOnlyList<string> texts) => TryReadElements(ref json, TryReadString, out texts));

    /// <summary>Reads a map to lists of objects. A list with an element that does not fit does not fit as a whole.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<T>>? ReadObjectListMap<T>()
        where T : StripeObject, IJsonReadable<T> =>
        ReadMap(static (ref StripeJsonReader json, out IReadOnlyList<T> objects) => TryReadElements(ref json, TryReadElement, out objects));

    /// <summary>Reads a map to objects.</summary>
    public IReadOnlyDictionary<string, T>? ReadObjectMap<T>()
        where T : StripeObject, IJsonReadable<T> => ReadMap<T>(TryReadElement);

    private IReadOnlyList<T>? ReadList<T>(ElementReader<T> readElement)
    {
        ReadOnlySpan<byte> name = _name;
        if (!TryMoveTo(JsonTokenType.StartArray))
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
                GetExtraOf(name, ref hasOdd).AddElement(index, json);
            }
        }

        MoveToField();
        return list ?? (IReadOnlyList<T>)Array.Empty<T>();
    }

    private IReadOnlyDictionary<string, T>? ReadMap<T>(ElementReader<T> readElement)
    {
        ReadOnlySpan<byte> name = _name;
        if (!TryMoveTo(JsonTokenType.StartObject))
        {
            return null;
        }

        Dictionary<string, T>? map = null;
        bool hasOdd = false;
        while (MoveToField())
        {
            ReadOnlySpan<byte> key = _name;
            Advance();
            if (readElement(ref this, out T element))
            {
                (map ??= new(StringComparer.Ordinal))[Encoding.UTF8.GetString(key)] = element;
            }
            else if (TryReadRaw(out ReadOnlySpan<byte> json))
            {
                GetExtraOf(name, ref hasOdd).AddEntry(key, json);
            }
        }

        MoveToField();
        return map ?? (IReadOnlyDictionary<string, T>)ReadOnlyDictionary<string, T>.Empty;
    }

    /// <summary>
    /// Moves to the field's value. If it is of another type, it is kept as an extra field, unless it is null, and the next field is the
    /// current one.
    /// </summary>
    private bool TryMoveTo(JsonTokenType expected)
    {
        Advance();
        if (_json.TokenType == expected)
        {
            return true;
        }

        KeepUnlessNull(_name);
        MoveToField();
        return false;
    }

    private bool TryMoveToElement()
    {
        Advance();
        CountStep();
        return _json.TokenType != JsonTokenType.EndArray;
    }

    /// <summary>Returns the extra fields. The first call starts the elements of the list or map.</summary>
    private AdditionalFields GetExtraOf(ReadOnlySpan<byte> name, ref bool isStarted)
    {
        AdditionalFields extra = _fields.GetExtraForWriting();
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

    private static bool TryReadDecimal(ref StripeJsonReader json, out decimal value)
    {
        value = 0;
        return json._json.TokenType == JsonTokenType.Number && JsonNumber.TryGetDecimal(json._json.ValueSpan, out value);
    }

    private static bool TryReadElements<T>(ref StripeJsonReader json, ElementReader<T> readElement, out IReadOnlyList<T> elements)
    {
        List<T> read = [];
        elements = read;
        if (json._json.TokenType != JsonTokenType.StartArray)
        {
            return false;
        }

        Utf8JsonReader start = json._json;
        while (json.TryMoveToElement())
        {
            if (!readElement(ref json, out T element))
            {
                json._json = start;
                return false;
            }

            read.Add(element);
        }

        return true;
    }

    private static bool TryReadElement<T>(ref StripeJsonReader json, out T element)
        where T : StripeObject, IJsonReadable<T> => json.TryReadObject(out element!);

    private static bool TryReadExpandableElement<T>(ref StripeJsonReader json, out Expandable<T> element)
        where T : StripeObject, IJsonReadable<T> => json.TryReadExpandable(out element);
}
