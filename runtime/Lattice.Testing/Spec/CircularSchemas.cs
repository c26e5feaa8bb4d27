namespace Lattice.Stripe.Testing.Spec;

/// <summary>
/// Cuts schemas that contain themselves without an object in between: a union with itself among its subschemas, an array of
/// itself, a map of itself. Other circles are harmless, because reading them ends with the parameters that were sent.
/// </summary>
internal static class CircularSchemas
{
    public static void Cut(IEnumerable<Schema> schemas)
    {
        HashSet<Schema> done = [];
        foreach (Schema schema in schemas)
        {
            Cut(schema, [], done);
        }
    }

    // The open schemas are those on the way to this one.
    private static void Cut(Schema schema, HashSet<Schema> open, HashSet<Schema> done)
    {
        if (!done.Add(schema))
        {
            return;
        }

        open.Add(schema);

        // A union of itself and others is a union of the others.
        schema.Cases = [.. schema.Cases.Where(unionCase => !open.Contains(unionCase))];
        foreach (Schema unionCase in schema.Cases)
        {
            Cut(unionCase, open, done);
        }

        if (schema.Kind == SchemaKind.Union && schema.Cases.Count == 0)
        {
            schema.Kind = SchemaKind.Any;
        }

        schema.Items = CutContent(schema.Items, open, done);
        if (IsMap(schema))
        {
            schema.MapValues = CutContent(schema.MapValues, open, done);
        }

        open.Remove(schema);
    }

    private static Schema? CutContent(Schema? content, HashSet<Schema> open, HashSet<Schema> done)
    {
        if (content is null)
        {
            return null;
        }

        if (open.Contains(content))
        {
            return new Schema();
        }

        Cut(content, open, done);
        return content;
    }

    /// <summary>Whether the object is nothing but a map. A component is always an object.</summary>
    private static bool IsMap(Schema schema) => schema is { Component: null, Properties.Count: 0 };
}
