using System.Globalization;
using System.Text.Json.Nodes;
using Lattice.Slice.Specifications;
using Lattice.Spec.Json;
using Lattice.Spec.OpenApi;
using JsonValue = Lattice.Spec.Json.JsonValue;

namespace Lattice.Slice.Slicing;

/// <summary>Copies an operation without the parts that a slice does not need.</summary>
internal sealed class OperationTrimmer(SchemaTrimmer schemas)
{
    /// <summary>The path item with only its POST operation.</summary>
    /// <param name="isCreate">Whether to generate it even if its path does not look like a create.</param>
    public JsonObject Trim(PostOperation operation, bool isCreate)
    {
        JsonPointer location = JsonPointer.Root / "paths" / operation.Path.Text;
        JsonObject post = Trim(operation.Source.Node, location / "post");
        if (isCreate && !operation.IsCreateAlone)
        {
            // The reason, such as a GET that lists, may not be in the slice.
            KeywordOrder.Set(post, OpenApiKeywords.Operation, "create");
        }

        return KeywordOrder.Create(
            from member in operation.Source.Node.Parent!.Members
            where member.Name is "post" or "servers" or "parameters"
            let value = member.Name == "post" ? post : TrimValue(member.Value, location / member.Name)
            select KeyValuePair.Create(member.Name, value));
    }

    /// <summary>Trims an operation, a parameter, a body, a response or a media type, with their schemas.</summary>
    public JsonObject Trim(JsonValue element, JsonPointer location) => KeywordOrder.Create(
        from member in element.Members
        where member.Name != "encoding" && SchemaTrimmer.IsKept(member.Name)
        select KeyValuePair.Create(member.Name, member.Name switch
        {
            "schema" => schemas.Trim(member.Value, location / member.Name),
            "requestBody" => Trim(member.Value, location / member.Name),
            "responses" or "content" => TrimMap(member.Value, location / member.Name),
            "parameters" => TrimValue(member.Value, location / member.Name),
            _ => SchemaTrimmer.Copy(member.Value),
        }));

    private JsonObject TrimMap(JsonValue map, JsonPointer location) => new(
        from entry in map.Members.OrderBy(entry => entry.Name, StringComparer.Ordinal)
        select KeyValuePair.Create<string, JsonNode?>(entry.Name, Trim(entry.Value, location / entry.Name)));

    private JsonNode? TrimValue(JsonValue value, JsonPointer location) => value.Kind == JsonKind.Array
        ? new JsonArray([.. value.Items.Select((item, index) => Trim(item, location / index.ToString(CultureInfo.InvariantCulture)))])
        : SchemaTrimmer.Copy(value);
}
