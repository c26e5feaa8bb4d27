using System.Collections.ObjectModel;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Lattice.Stripe.Buffers;

namespace Lattice.Stripe.Serialization.Json;

/// <summary>
/// The fields of a response without a property, and the elements that do not fit in their list or map, as raw JSON. They are parsed
/// on demand, because most programs never read them.
/// </summary>
internal sealed class AdditionalFields
{
    // The values are parsed as the elements of one array, which adds one level.
    private static readonly JsonReaderOptions s_options = new() { MaxDepth = DecodingLimits.MaxJsonLevels + 1 };

    // For each name: its kind and length (for an element, the distance to the previous one), then the name.
    private GrowingBytes _names;

    // The values, each with the character before it in an array: [1,"2"
    private GrowingBytes _values;
    private int _lastElement;
    private ReadOnlyDictionary<string, JsonElement>? _parsed;

    private enum Kind
    {
        Field,

        /// <summary>The name of the list or map of the elements and entries that follow. It has no value.</summary>
        Collection,
        Element,
        Entry,
    }

    /// <summary>The missing fields of the same object.</summary>
    public MissingFields? Missing { get; set; }

    /// <summary>Adds a field. The last one of a name wins.</summary>
    public void Add(ReadOnlySpan<byte> name, ReadOnlySpan<byte> json)
    {
        AddName(Kind.Field, name);
        AddValue(json);
    }

    /// <summary>Starts the elements of a list, or the entries of a map.</summary>
    public void AddCollection(ReadOnlySpan<byte> name)
    {
        AddName(Kind.Collection, name);
        _lastElement = 0;
    }

    /// <summary>Adds an element of a list, as <c>name[index]</c>.</summary>
    public void AddElement(int index, ReadOnlySpan<byte> json)
    {
        AddHeader(Kind.Element, index - _lastElement);
        _lastElement = index;
        AddValue(json);
    }

    /// <summary>Adds an entry of a map, as <c>name[key]</c>.</summary>
    public void AddEntry(ReadOnlySpan<byte> key, ReadOnlySpan<byte> json)
    {
        AddName(Kind.Entry, key);
        AddValue(json);
    }

    // If two threads parse at the same time, both get the same result.
    public static IReadOnlyDictionary<string, JsonElement> Parse(AdditionalFields? fields) =>
        fields is null ? ReadOnlyDictionary<string, JsonElement>.Empty : fields._parsed ??= fields.Parse();

    private void AddName(Kind kind, ReadOnlySpan<byte> name)
    {
        AddHeader(kind, name.Length);
        _names.Append(name);
    }

    private void AddHeader(Kind kind, int number) => _names.AppendVariableLength(((ulong)number << 2) | (ulong)kind);

    private void AddValue(ReadOnlySpan<byte> json)
    {
        byte before = _values.Span.IsEmpty ? (byte)'[' : (byte)',';
        Span<byte> value = _values.Reserve(json.Length + 1);
        value[0] = before;
        json.CopyTo(value[1..]);
    }

    private ReadOnlyDictionary<string, JsonElement> Parse()
    {
        var json = new Utf8JsonReader([.. _values.Span, (byte)']'], s_options);
        JsonElement values = JsonElement.ParseValue(ref json);
        var names = new NameReader(_names.Span);
        var parsed = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (JsonElement value in values.EnumerateArray())
        {
            parsed[names.Read()] = value;
        }

        return parsed.AsReadOnly();
    }

    private ref struct NameReader(ReadOnlySpan<byte> names)
    {
        private ReadOnlySpan<byte> _rest = names;
        private string _collection = "";
        private int _index;

        /// <summary>The name of the next value.</summary>
        public string Read()
        {
            while (true)
            {
                ulong header = GrowingBytes.TakeVariableLength(ref _rest);
                int number = (int)(header >> 2);
                switch ((Kind)(header & 3))
                {
                    case Kind.Field:
                        return Take(number);
                    case Kind.Collection:
                        _collection = Take(number);
                        _index = 0;
                        break;
                    case Kind.Element:
                        _index += number;
                        return string.Create(CultureInfo.InvariantCulture, $"{_collection}[{_index}]");
                    default:
                        return $"{_collection}[{Take(number)}]";
                }
            }
        }

        private string Take(int length)
        {
            string name = Encoding.UTF8.GetString(_rest[..length]);
            _rest = _rest[length..];
            return name;
        }
    }
}
