using System.Text.Json;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Slicing;

/// <summary>
/// The components that describe errors. They hold whole resources (the payment that failed), which every slice would
/// contain for their sake; the runtime reads errors by itself, so a slice keeps their plain fields only.
/// </summary>
internal static class ErrorSchemas
{
    public static HashSet<string> Find(Spec spec)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonElement schema in
            from item in spec.Paths.Values
            from operation in item.Members()
            from response in (operation.Value.Find("responses") ?? default).Members()
            where !response.Name.StartsWith('2')
            from content in (response.Value.Find("content") ?? default).Members()
            select content.Value.Find("schema") ?? default)
        {
            Add(schema);
        }

        return found;

        // The schema itself, or each of a choice, and what its field "error" is.
        void Add(JsonElement schema)
        {
            foreach (JsonElement arm in (schema.Find("oneOf") ?? schema.Find("anyOf") ?? default).Items())
            {
                Add(arm);
            }

            if (schema.FindText("$ref") is { } reference && reference.StartsWith(References.Prefix, StringComparison.Ordinal)
                && found.Add(reference[References.Prefix.Length..])
                && spec.Schemas.TryGetValue(reference[References.Prefix.Length..], out JsonElement component))
            {
                Add(component.Find("properties", "error") ?? default);
            }
        }
    }
}
