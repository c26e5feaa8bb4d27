using System.Globalization;
using Lattice.Spec.Json;
using Lattice.Spec.OpenApi;

namespace Lattice.Spec.Reading;

/// <summary>Builds a schema that is not in the document, at the location of another one.</summary>
internal sealed class SchemaBuilder(SpecSchema source)
{
    private readonly Dictionary<string, JsonValue> _values = new(StringComparer.Ordinal);

    private int Offset => source.Node.Offset;

    public SpecSchema ToSchema() => source.Derive(_values);

    public void Remove(string keyword) => _values.Remove(keyword);

    /// <summary>Adds all keywords of a schema except a reference.</summary>
    public void AddKeywords(SpecSchema schema) => Add(schema, _ => true);

    public void AddExtensions(SpecSchema schema) => Add(schema, OpenApiKeywords.IsExtension);

    public void SetString(string keyword, string value) => _values[keyword] = JsonValue.CreateString(value, Offset);

    public void SetFlag(string keyword, bool value) =>
        _values[keyword] = JsonValue.CreateLiteral(value ? JsonKind.True : JsonKind.False, Offset);

    public void SetStrings(string keyword, IEnumerable<string> values) =>
        SetItems(keyword, values.Select(value => JsonValue.CreateString(value, Offset)));

    public void SetItems(string keyword, IEnumerable<JsonValue> items) =>
        _values[keyword] = JsonValue.CreateDerived(source.Node, [.. items]);

    public void SetObject(string keyword, IEnumerable<KeyValuePair<string, JsonValue>> members) =>
        _values[keyword] = JsonValue.CreateDerived(
            source.Node, new JsonMembers([.. members.Select(member => new JsonMember(member.Key, member.Value, Offset))]));

    public void SetCount(string keyword, int? value) => SetOrRemove(
        keyword, value is { } count ? JsonValue.CreateNumber(count.ToString(CultureInfo.InvariantCulture), Offset) : null);

    public void SetSchema(string keyword, SpecSchema? schema) => SetOrRemove(keyword, schema?.Node);

    private void SetOrRemove(string keyword, JsonValue? value)
    {
        _values.Remove(keyword);
        if (value is not null)
        {
            _values.Add(keyword, value);
        }
    }

    private void Add(SpecSchema schema, Func<string, bool> isWanted)
    {
        foreach (JsonMember member in schema.Node.Members)
        {
            if (member.Name != OpenApiKeywords.Reference && isWanted(member.Name))
            {
                _values[member.Name] = member.Value;
            }
        }
    }
}
