using System.Text.Json;
using System.Text.Json.Nodes;
using Lattice.Generator.Reading;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Slicing;

/// <summary>Copies schemas without what says nothing to a slice. Expandable fields become ids, but those that are asked for.</summary>
/// <param name="errors">The components that describe errors.</param>
/// <param name="expand">The places of the fields to pull in whole.</param>
internal sealed class SchemaTrimmer(IReadOnlySet<string> errors, IReadOnlySet<string> expand)
{
    // Titles collide and mean nothing; expandable fields and forms are told by their schemas.
    private static readonly HashSet<string> s_dropped = ["title", "x-expandableFields"];

    private readonly HashSet<string> _expandable = [];

    /// <summary>The places of the fields that were found to be expandable.</summary>
    public IReadOnlySet<string> Expandable => _expandable;

    /// <summary>A component; one that describes an error refers to no resource.</summary>
    public JsonObject TrimComponent(string name, JsonElement schema) =>
        Trim(schema, JsonPath.Root / "components" / "schemas" / name, isError: errors.Contains(name)) as JsonObject
            ?? throw new CommandFailedException($"components.schemas.{name} is no schema, which is a JSON object.");

    public JsonNode? Trim(JsonElement schema, JsonPath path) => Trim(schema, path, isError: false);

    /// <summary>
    /// Whether a member of an element is kept. Stripe's notes for its own tools are not, and marks are slice.json's alone.
    /// </summary>
    public static bool IsKept(string keyword) => !s_dropped.Contains(keyword)
        && (keyword == "x-stripeBypassValidation" || !keyword.StartsWith("x-stripe", StringComparison.Ordinal))
        && (keyword == "x-lattice-operation" || !keyword.StartsWith("x-lattice-", StringComparison.Ordinal));

    /// <summary>A copy in which the members of every object are in one order.</summary>
    public static JsonNode? Copy(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => KeywordOrder.Create(
            element.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, Copy(member.Value)))),
        JsonValueKind.Array => new JsonArray([.. element.EnumerateArray().Select(Copy)]),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => JsonValue.Create(element),
    };

    private JsonNode? Trim(JsonElement schema, JsonPath path, bool isError)
    {
        if (schema.ValueKind != JsonValueKind.Object)
        {
            return Copy(schema);
        }

        if (FindId(schema) is { } id && !IsPulledIn(path))
        {
            return MakeId(schema, id);
        }

        JsonObject? properties = schema.Find("properties") is { } found ? TrimProperties(found, path / "properties", isError) : null;
        return KeywordOrder.Create(
            from member in schema.Members()
            where IsKept(member.Name)
            select KeyValuePair.Create(member.Name, member.Name switch
            {
                "properties" => properties ?? Copy(member.Value),
                "required" => TrimRequired(member.Value, schema, properties),
                "items" or "additionalProperties" or "not" => Trim(member.Value, path / member.Name, isError),
                "anyOf" or "oneOf" or "allOf" => new JsonArray(
                    [.. member.Value.Items().Select((arm, index) => Trim(arm, path / member.Name / index.ToString("0", null), isError))]),
                _ => Copy(member.Value),
            }));
    }

    private JsonObject? TrimProperties(JsonElement properties, JsonPath path, bool isError) =>
        properties.ValueKind != JsonValueKind.Object ? null : new JsonObject(
            from property in properties.EnumerateObject().OrderBy(property => property.Name, StringComparer.Ordinal)
            let schema = Trim(property.Value, path / property.Name, isError)
            where !isError || !RefersToResource(schema) || IsPulledIn(path / property.Name)
            select KeyValuePair.Create(property.Name, schema));

    /// <summary>The required properties in one order, without those that were left out.</summary>
    private static JsonNode? TrimRequired(JsonElement required, JsonElement schema, JsonObject? properties) =>
        required.ValueKind != JsonValueKind.Array ? Copy(required) : new JsonArray(
        [
            .. from name in required.Items().Select(name => name.ToString()).Order(StringComparer.Ordinal)
               where properties is null || properties.ContainsKey(name) || schema.Find("properties", name) is null
               select JsonValue.Create(name),
        ]);

    /// <summary>The id among the choices of an expandable field, which is an id or the object that it is of.</summary>
    private static JsonElement? FindId(JsonElement schema)
    {
        List<JsonElement> arms = [.. (schema.Find("anyOf") ?? default).Items()];
        int index = arms.FindIndex(arm => arm.FindText("type") == "string");
        return index >= 0 && arms.Exists(arm => arm.Find("$ref") is not null) ? arms[index] : null;
    }

    private static JsonObject MakeId(JsonElement schema, JsonElement id) => KeywordOrder.Create(
        from member in schema.Members().Where(member => member.Name != "anyOf").Concat(id.Members())
        where IsKept(member.Name)
        group member by member.Name into member
        select KeyValuePair.Create(member.Key, Copy(member.First().Value)));

    /// <summary>Whether a field is to be whole; asking notes that it could be.</summary>
    private bool IsPulledIn(JsonPath path)
    {
        string pointer = path.ToPointer();
        _expandable.Add(pointer);
        return expand.Contains(pointer);
    }

    private bool RefersToResource(JsonNode? schema) =>
        References.Find(schema, JsonPath.Root).Any(reference => !errors.Contains(reference.Component));
}
