using System.Globalization;
using System.Text.Json.Nodes;
using Lattice.Slice.Specifications;
using Lattice.Spec.Json;
using Lattice.Spec.OpenApi;
using Lattice.Spec.Stripe;
using JsonValue = Lattice.Spec.Json.JsonValue;

namespace Lattice.Slice.Slicing;

/// <summary>Copies an operation without the parts that a slice does not need.</summary>
internal sealed class OperationTrimmer(SchemaTrimmer schemas)
{
    private const string Body = "requestBody";

    /// <summary>The path item with only these of its operations.</summary>
    public JsonObject Trim(IReadOnlyCollection<ApiOperation> operations)
    {
        SpecPath path = operations.First().Source.Path;
        JsonPointer location = JsonPointer.Root / "paths" / path.Text;
        IEnumerable<KeyValuePair<string, JsonNode?>> shared =
            from member in operations.First().Source.Node.Parent!.Members
            where member.Name is "servers" or "parameters"
            select KeyValuePair.Create(member.Name, TrimValue(member.Value, location / member.Name));
        return KeywordOrder.Create(shared.Concat(
            from operation in operations
            select KeyValuePair.Create<string, JsonNode?>(operation.Source.Method, Trim(operation, location / operation.Source.Method))));
    }

    /// <summary>Trims an operation, a parameter, a body, a response or a media type, with their schemas.</summary>
    public JsonObject Trim(JsonValue element, JsonPointer location) => KeywordOrder.Create(
        from member in element.Members
        where member.Name != "encoding" && SchemaTrimmer.IsKept(member.Name)
        select KeyValuePair.Create(member.Name, member.Name switch
        {
            "schema" => schemas.Trim(member.Value, location / member.Name),
            Body => Trim(member.Value, location / member.Name),
            "responses" or "content" => TrimMap(member.Value, location / member.Name),
            "parameters" => TrimValue(member.Value, location / member.Name),
            _ => SchemaTrimmer.Copy(member.Value),
        }));

    private JsonObject Trim(ApiOperation operation, JsonPointer location)
    {
        JsonObject trimmed = Trim(operation.Source.Node, location);
        if (IsEmptyBody(operation.Source))
        {
            trimmed.Remove(Body);
        }

        if (operation.MustDeclareKind)
        {
            KeywordOrder.Set(trimmed, OpenApiKeywords.Operation, operation.Kind.GetName());
        }

        return trimmed;
    }

    /// <summary>Whether an operation without a body has one in the document. Stripe's gives an empty form to each GET.</summary>
    private static bool IsEmptyBody(SpecOperation operation) => operation.Method is "get" or "delete"
        && operation.RequestBodyReference is null
        && operation.RequestContent.All(content => content.Schema is not { } schema
            || (schema is { Reference: null, HasProperties: false, IsCombined: false } && schema.Has(SchemaTypes.Object)));

    private JsonObject TrimMap(JsonValue map, JsonPointer location) => new(
        from entry in map.Members.OrderBy(entry => entry.Name, StringComparer.Ordinal)
        select KeyValuePair.Create<string, JsonNode?>(entry.Name, Trim(entry.Value, location / entry.Name)));

    private JsonNode? TrimValue(JsonValue value, JsonPointer location) => value.Kind == JsonKind.Array
        ? new JsonArray([.. value.Items.Select((item, index) => Trim(item, location / index.ToString(CultureInfo.InvariantCulture)))])
        : SchemaTrimmer.Copy(value);
}
