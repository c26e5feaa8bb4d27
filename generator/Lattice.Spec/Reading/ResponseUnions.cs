using Lattice.Spec.OpenApi;

namespace Lattice.Spec.Reading;

/// <summary>Distinguishes the unions in responses: those with a discriminator, and those without, which are merged.</summary>
internal sealed class ResponseUnions
{
    private readonly Dictionary<string, SortedDictionary<string, SpecSchema>> _merged = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Queue<SpecSchema> _open = new();

    /// <summary>
    /// Finds the unions without a discriminator in components and everything that these refer to: their first subschema is merged with
    /// the others. Components that no response refers to have no effect.
    /// </summary>
    public void Collect(IEnumerable<SpecSchema> components, CancellationToken cancellationToken)
    {
        foreach (SpecSchema component in components)
        {
            Open(component);
        }

        // A component is visited again after it is merged with another: their properties together can be unions themselves.
        while (_open.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            CollectWithin(GetSchema(_open.Dequeue()));
        }
    }

    /// <summary>The component's schema, merged with the other subschemas of its unions.</summary>
    public SpecSchema GetSchema(SpecSchema component)
    {
        List<SpecSchema> objects = GetObjects(component);
        if (objects.Count > 1)
        {
            return Discriminate(objects) is null ? SchemaMerger.Merge(objects) : component;
        }

        return _merged.TryGetValue(component.ComponentName!, out SortedDictionary<string, SpecSchema>? others)
            ? SchemaMerger.Merge([component, .. others.Values])
            : component;
    }

    /// <summary>
    /// The distinct components among the subschemas of <c>anyOf</c>. Components that the document does not contain are ignored.
    /// </summary>
    public static List<SpecSchema> GetObjects(SpecSchema union)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. union.AnyOf.Where(subschema =>
                subschema.Reference is not null && subschema.ComponentName is { } name && seen.Add(name)),
        ];
    }

    /// <summary>The distinct objects of a union, and of the unions among its subschemas.</summary>
    public static List<SpecSchema> GetInnermostObjects(SpecSchema union)
    {
        var found = new List<SpecSchema>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Collect(union);
        return found;

        void Collect(SpecSchema schema)
        {
            foreach (SpecSchema subschema in GetObjects(schema).Where(subschema => seen.Add(subschema.ComponentName!)))
            {
                if (GetObjects(subschema).Count > 1)
                {
                    Collect(subschema);
                }
                else
                {
                    found.Add(subschema);
                }
            }
        }
    }

    /// <summary>
    /// The objects of a union with their <c>object</c> and <c>deleted</c>; <see langword="null"/> if these do not distinguish them.
    /// </summary>
    public static IReadOnlyList<(SpecSchema Schema, string Object, bool IsDeleted)>? Discriminate(IReadOnlyList<SpecSchema> objects)
    {
        var found = new List<(SpecSchema Schema, string Object, bool IsDeleted)>();
        foreach (SpecSchema schema in objects)
        {
            if (GetConst(schema, "object") is not { } name)
            {
                return null;
            }

            found.Add((schema, name, GetConst(schema, "deleted") == "true"));
        }

        return found.Select(schema => (schema.Object, schema.IsDeleted)).Distinct().Count() == found.Count ? found : null;
    }

    private void Open(SpecSchema component)
    {
        if (component.ComponentName is { } name && _seen.Add(name))
        {
            _open.Enqueue(component);
        }
    }

    private void CollectWithin(SpecSchema? schema, bool isRoot = true)
    {
        if (schema is null)
        {
            return;
        }

        if (schema.Reference is not null && !isRoot)
        {
            Open(schema);
            return;
        }

        List<SpecSchema> objects = GetObjects(schema);
        if (objects.Count > 1 && !isRoot && Discriminate(objects) is null)
        {
            MergeInto(objects[0], objects.Skip(1));
        }

        foreach (SpecSchema part in schema.AnyOf.Concat(schema.Properties.Select(property => property.Value)))
        {
            CollectWithin(part, isRoot: false);
        }

        CollectWithin(schema.Items, isRoot: false);
        CollectWithin(schema.AdditionalProperties, isRoot: false);
    }

    private void MergeInto(SpecSchema first, IEnumerable<SpecSchema> others)
    {
        string name = first.ComponentName!;
        if (!_merged.TryGetValue(name, out SortedDictionary<string, SpecSchema>? merged))
        {
            _merged.Add(name, merged = new SortedDictionary<string, SpecSchema>(StringComparer.Ordinal));
        }

        foreach (SpecSchema other in others)
        {
            if (!merged.ContainsKey(other.ComponentName!))
            {
                merged.Add(other.ComponentName!, other);
                _seen.Remove(name);
            }
        }

        Open(first);
    }

    private static string? GetConst(SpecSchema schema, string property) =>
        schema.FindProperty(property)?.EnumValues is [var value] ? value : null;
}
