using System.Text.Json;
using System.Text.Json.Nodes;
using Lattice.Generator.Reading;
using Lattice.Slice.Operations;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Slicing;

/// <summary>Copies an operation without what says nothing to a slice.</summary>
internal sealed class OperationTrimmer(SchemaTrimmer schemas)
{
    private const string KindExtension = "x-lattice-operation";

    /// <summary>The path's item with the POST alone.</summary>
    /// <param name="isCreate">Whether it is to be generated, whatever its path says.</param>
    public JsonObject Trim(SpecOperation operation, bool isCreate)
    {
        JsonPath path = JsonPath.Root / "paths" / operation.Path.Text;
        JsonObject post = TrimElement(operation.Post, path / "post");
        if (isCreate && SpecOperations.ClassifyAlone(operation) != OperationKind.Create)
        {
            // What told it, such as a GET that lists, is not in the slice.
            KeywordOrder.Set(post, KindExtension, "create");
        }

        return KeywordOrder.Create(
            from member in operation.Item.Members()
            where member.Name is "post" or "servers" or "parameters"
            let value = member.Name == "post" ? post : TrimValue(member.Value, path / member.Name)
            select KeyValuePair.Create(member.Name, value));
    }

    /// <summary>An operation, a parameter, a body, a response or a media type; within them it goes on to their schemas.</summary>
    private JsonObject TrimElement(JsonElement element, JsonPath path) => KeywordOrder.Create(
        from member in element.Members()
        where member.Name != "encoding" && SchemaTrimmer.IsKept(member.Name)
        select KeyValuePair.Create(member.Name, member.Name switch
        {
            "schema" => schemas.Trim(member.Value, path / member.Name),
            "requestBody" => TrimElement(member.Value, path / member.Name),
            "responses" or "content" => TrimMap(member.Value, path / member.Name),
            "parameters" => TrimValue(member.Value, path / member.Name),
            _ => SchemaTrimmer.Copy(member.Value),
        }));

    private JsonObject TrimMap(JsonElement map, JsonPath path) => new(
        from entry in map.Members().OrderBy(entry => entry.Name, StringComparer.Ordinal)
        select KeyValuePair.Create<string, JsonNode?>(entry.Name, TrimElement(entry.Value, path / entry.Name)));

    private JsonNode? TrimValue(JsonElement value, JsonPath path) => value.ValueKind == JsonValueKind.Array
        ? new JsonArray([.. value.Items().Select((item, index) => TrimElement(item, path / index.ToString("0", null)))])
        : SchemaTrimmer.Copy(value);
}
