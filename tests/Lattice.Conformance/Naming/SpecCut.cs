using System.Text.Json;
using Lattice.Conformance.SpecReading;

namespace Lattice.Conformance.Naming;

/// <summary>Writes a specification with only some of the operations of another one, each annotated with its kind.</summary>
internal static class SpecCut
{
    /// <param name="spec">The whole specification.</param>
    /// <param name="operations">The operations to keep.</param>
    /// <param name="hasStubs">
    /// Whether only the components that the operations refer to are kept, and of these only the properties with plain values. This is
    /// quick, and shows that other components have no influence either.
    /// </param>
    public static string Write(SpecDocument spec, IReadOnlyCollection<ApiOperation> operations, bool hasStubs)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            WriteOthers(json, spec.Root, "paths", hasStubs ? "components" : "paths");
            json.WriteStartObject("paths");
            foreach (IGrouping<string, ApiOperation> path in operations.GroupBy(operation => operation.Path))
            {
                WritePath(json, spec.Root.Find("paths", path.Key)!.Value, path);
            }

            json.WriteEndObject();
            if (hasStubs)
            {
                WriteStubs(json, spec, operations);
            }

            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(text.ToArray());
    }

    private static void WritePath(Utf8JsonWriter json, JsonElement item, IGrouping<string, ApiOperation> operations)
    {
        json.WriteStartObject(operations.Key);
        WriteOthers(json, item, [.. OperationRules.Methods.Select(OperationRules.GetKey)]);
        foreach (ApiOperation operation in operations)
        {
            string method = OperationRules.GetKey(operation.Method);
            json.WriteStartObject(method);
            json.WriteString(OperationRules.Annotation, operation.Kind.ToString().ToLowerInvariant());
            WriteOthers(json, item.Find(method)!.Value, OperationRules.Annotation);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteStubs(Utf8JsonWriter json, SpecDocument spec, IEnumerable<ApiOperation> operations)
    {
        var waiting = new Queue<string>(operations.SelectMany(operation =>
            FindReferences(spec.Root.Find("paths", operation.Path, OperationRules.GetKey(operation.Method), "responses", "200")!.Value)));
        HashSet<string> written = [];
        json.WriteStartObject("components");
        json.WriteStartObject("schemas");
        while (waiting.TryDequeue(out string? name))
        {
            if (written.Add(name) && spec.FindComponent(name) is { } component)
            {
                WriteStub(json, name, component);
                component.Items("anyOf").SelectMany(FindReferences).ToList().ForEach(waiting.Enqueue);
            }
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteStub(Utf8JsonWriter json, string name, JsonElement component)
    {
        json.WriteStartObject(name);
        WriteOthers(json, component, "properties", "required");
        json.WriteStartObject("properties");
        foreach (JsonProperty property in component.Members("properties").Where(property => IsPlain(property.Value)))
        {
            property.WriteTo(json);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static bool IsPlain(JsonElement schema) => schema.FindText("type") is "string" or "integer" or "boolean" or "number";

    private static void WriteOthers(Utf8JsonWriter json, JsonElement owner, params string[] except)
    {
        foreach (JsonProperty property in owner.EnumerateObject().Where(property => !except.Contains(property.Name)))
        {
            property.WriteTo(json);
        }
    }

    private static IEnumerable<string> FindReferences(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object when SpecDocument.GetReference(json) is { } name => [name],
        JsonValueKind.Object => json.EnumerateObject().SelectMany(property => FindReferences(property.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(FindReferences),
        _ => [],
    };
}
