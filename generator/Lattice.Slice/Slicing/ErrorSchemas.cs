using Lattice.Spec.OpenApi;

namespace Lattice.Slice.Slicing;

/// <summary>
/// The components that describe errors. They hold whole resources (the payment that failed), which every slice would
/// contain for their sake; the runtime reads errors by itself, so a slice keeps their plain fields only.
/// </summary>
internal static class ErrorSchemas
{
    public static HashSet<string> Find(SpecDocument document)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (SpecSchema? schema in
            from path in document.Paths
            from operation in path.Operations
            from response in operation.Responses
            where !response.Status.StartsWith('2')
            select operation.GetResponseSchema(response.Status))
        {
            Add(schema);
        }

        return found;

        // The schema itself, or each that it may be, and what its field "error" is.
        void Add(SpecSchema? schema)
        {
            if (schema is null || (schema.Reference is not null && (schema.ComponentName is not { } name || !found.Add(name))))
            {
                return;
            }

            foreach (SpecSchema subschema in schema.OneOf.Count > 0 ? schema.OneOf : schema.AnyOf)
            {
                Add(subschema);
            }

            if (schema.Reference is not null && schema.FindProperty("error") is { } error)
            {
                Add(error);
            }
        }
    }
}
