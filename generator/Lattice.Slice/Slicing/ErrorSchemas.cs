using Lattice.Spec.OpenApi;

namespace Lattice.Slice.Slicing;

/// <summary>
/// The components that describe errors. They refer to whole resources, such as the payment that failed, which would then be in every
/// slice. The runtime reads errors itself, so a slice keeps only their plain fields.
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
            where IsError(response.Status)
            select operation.GetResponseSchema(response.Status))
        {
            Add(schema);
        }

        return found;

        // Not anything else, such as a redirect: whatever a slice leaves out must not decide what is an error in the rest.
        static bool IsError(string status) => status is "default" or ['4' or '5', ..];

        // Adds the schema itself, its subschemas, and the schema of its field "error".
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
