using System.Collections.ObjectModel;
using System.Text.Json;

namespace Lattice.Stripe.Serialization;

/// <summary>Fields of an answer that have no property, kept as they came: most programs never look at them.</summary>
internal sealed class RawFields
{
    // Whatever was read once can be read again: the answer's own limits have been checked.
    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = int.MaxValue };

    private readonly Dictionary<string, byte[]> _values = new(StringComparer.Ordinal);
    private ReadOnlyDictionary<string, JsonElement>? _parsed;

    /// <summary>Keeps a field; the last one of a name wins.</summary>
    public void Add(string name, ReadOnlySpan<byte> json) => _values[name] = json.ToArray();

    public static IReadOnlyDictionary<string, JsonElement> Parse(RawFields? fields) =>
        fields is null ? ReadOnlyDictionary<string, JsonElement>.Empty : fields._parsed ??= fields.Parse();

    private ReadOnlyDictionary<string, JsonElement> Parse()
    {
        var parsed = new Dictionary<string, JsonElement>(_values.Count, StringComparer.Ordinal);
        foreach ((string name, byte[] json) in _values)
        {
            using JsonDocument document = JsonDocument.Parse(json, s_options);
            parsed.Add(name, document.RootElement.Clone());
        }

        return parsed.AsReadOnly();
    }
}
