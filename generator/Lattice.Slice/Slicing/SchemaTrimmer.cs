using System.Globalization;
using System.Text.Json.Nodes;
using Lattice.Spec.Json;
using Lattice.Spec.OpenApi;
using JsonValue = Lattice.Spec.Json.JsonValue;

namespace Lattice.Slice.Slicing;

/// <summary>
/// Copies schemas without the parts that a slice does not need. Expandable fields become ids unless the slice includes them.
/// </summary>
/// <param name="errors">The components that describe errors.</param>
/// <param name="expand">The locations of the fields to include as whole resources.</param>
internal sealed class SchemaTrimmer(IReadOnlySet<string> errors, IReadOnlySet<string> expand)
{
    // Titles collide and mean nothing; expandable fields are recognized by their schemas.
    private static readonly HashSet<string> s_dropped = ["title", "x-expandableFields"];

    private readonly HashSet<string> _expandable = [];

    /// <summary>The locations of the expandable fields.</summary>
    public IReadOnlySet<string> Expandable => _expandable;

    /// <summary>Trims a component. A component that describes an error loses its references to resources.</summary>
    public JsonObject TrimComponent(ComponentName component, JsonValue schema) =>
        Trim(schema, component.Pointer, isError: errors.Contains(component.Name)) as JsonObject
            ?? throw new CommandFailedException($"components.schemas.{component.Name} is not a schema: it must be a JSON object.");

    public JsonNode? Trim(JsonValue schema, JsonPointer location) => Trim(schema, location, isError: false);

    /// <summary>
    /// Whether a member of an element is kept. Stripe's extensions for its own tools are dropped. Annotations are kept, even wrong ones,
    /// because the generator reports them. Annotations in slice.json replace them.
    /// </summary>
    public static bool IsKept(string keyword) => !s_dropped.Contains(keyword)
        && (keyword == OpenApiKeywords.BypassValidation || !keyword.StartsWith("x-stripe", StringComparison.Ordinal));

    /// <summary>Creates a copy with the members of each object in order.</summary>
    public static JsonNode? Copy(JsonValue value) => value.Kind switch
    {
        JsonKind.Object => KeywordOrder.Create(value.Members.Select(member => KeyValuePair.Create(member.Name, Copy(member.Value)))),
        JsonKind.Array => new JsonArray([.. value.Items.Select(Copy)]),
        JsonKind.String => value.String,
        // A number keeps its digits.
        JsonKind.Number => JsonNode.Parse(value.ToText()),
        JsonKind.Null => null,
        _ => value.Boolean,
    };

    private JsonNode? Trim(JsonValue schema, JsonPointer location, bool isError)
    {
        if (schema.Kind != JsonKind.Object)
        {
            return Copy(schema);
        }

        if (FindId(schema) is { } id && !IsIncluded(location))
        {
            return CreateId(schema, id);
        }

        JsonObject? properties = schema.Find("properties") is { } found ? TrimProperties(found, location / "properties", isError) : null;
        return KeywordOrder.Create(
            from member in schema.Members
            where IsKept(member.Name)
            select KeyValuePair.Create(member.Name, member.Name switch
            {
                "properties" => properties ?? Copy(member.Value),
                "required" => TrimRequired(member.Value, schema, properties),
                "items" or "additionalProperties" or "not" => Trim(member.Value, location / member.Name, isError),
                "anyOf" or "oneOf" or "allOf" => new JsonArray([.. member.Value.Items.Select((subschema, index) =>
                    Trim(subschema, location / member.Name / index.ToString(CultureInfo.InvariantCulture), isError))]),
                _ => Copy(member.Value),
            }));
    }

    private JsonObject? TrimProperties(JsonValue properties, JsonPointer location, bool isError) =>
        properties.Kind != JsonKind.Object ? null : new JsonObject(
            from property in properties.Members.OrderBy(property => property.Name, StringComparer.Ordinal)
            let schema = Trim(property.Value, location / property.Name, isError)
            where !isError || !RefersToResource(schema) || IsIncluded(location / property.Name)
            select KeyValuePair.Create(property.Name, schema));

    /// <summary>The required properties in order, without those that were dropped.</summary>
    private static JsonNode? TrimRequired(JsonValue required, JsonValue schema, JsonObject? properties) =>
        required.Kind != JsonKind.Array ? Copy(required) : new JsonArray(
        [
            .. from name in required.Items.Select(name => name.ToText()).Order(StringComparer.Ordinal)
               where properties is null || properties.ContainsKey(name) || schema.Find("properties")?.Find(name) is null
               select (JsonNode)name,
        ]);

    /// <summary>The subschema for the id of an expandable field, which is an id or an object.</summary>
    private static JsonValue? FindId(JsonValue schema)
    {
        IReadOnlyList<JsonValue> subschemas = schema.Find("anyOf")?.Items ?? [];
        return subschemas.Any(subschema => ReferenceResolver.GetReference(subschema) is not null)
            ? subschemas.FirstOrDefault(subschema => subschema.Find("type")?.String == "string")
            : null;
    }

    /// <summary>Creates the schema of an id, which says what it can be expanded to even if the document does not.</summary>
    private static JsonObject CreateId(JsonValue schema, JsonValue id)
    {
        JsonObject created = KeywordOrder.Create(
            from member in schema.Members.Where(member => member.Name != "anyOf").Concat(id.Members)
            where IsKept(member.Name)
            group member by member.Name into member
            select KeyValuePair.Create(member.Key, Copy(member.First().Value)));
        if (!created.ContainsKey(OpenApiKeywords.ExpansionResources))
        {
            IEnumerable<JsonNode?> resources = schema.Find("anyOf")!.Items.Where(subschema => subschema != id).Select(Copy);
            KeywordOrder.Set(created, OpenApiKeywords.ExpansionResources, new JsonObject { ["oneOf"] = new JsonArray([.. resources]) });
        }

        return created;
    }

    /// <summary>Whether a field is included as a whole resource. Records the field as expandable.</summary>
    private bool IsIncluded(JsonPointer location)
    {
        string pointer = location.ToString();
        _expandable.Add(pointer);
        return expand.Contains(pointer);
    }

    private bool RefersToResource(JsonNode? schema) => References.Find(schema, JsonPointer.Root)
        .Any(reference => reference.Component is not { IsSchema: true } component || !errors.Contains(component.Name));
}
