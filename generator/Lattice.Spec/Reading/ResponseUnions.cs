using Lattice.Spec.OpenApi;

namespace Lattice.Spec.Reading;

/// <summary>Tells the unions of a response apart: those whose objects say what they are, and those whose do not.</summary>
internal sealed class ResponseUnions
{
    private readonly Dictionary<string, SortedDictionary<string, SpecSchema>> _merged = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Queue<SpecSchema> _open = new();

    /// <summary>
    /// Finds the unions without a discriminator in components and all that these lead to: their first subschema is merged with the
    /// others. What no response leads to changes nothing.
    /// </summary>
    public void Collect(IEnumerable<SpecSchema> components, CancellationToken cancellationToken)
    {
        foreach (SpecSchema component in components)
        {
            Open(component);
        }

        // A component is seen again when it is merged with another: their properties together may be unions of their own.
        while (_open.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            CollectWithin(GetSchema(_open.Dequeue()));
        }
    }

    /// <summary>The component's schema, merged with what it stands for as well.</summary>
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
    /// The components among the subschemas of <c>anyOf</c>, each once: all, or those beside an id. What the document does not have
    /// stays an id.
    /// </summary>
    public static List<SpecSchema> GetObjects(SpecSchema union)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. union.AnyOf.Where(subschema => subschema.Reference is not null && subschema.ComponentName is { } name && seen.Add(name))];
    }

    /// <summary>
    /// The objects of a union with their <c>object</c> and <c>deleted</c>, or <see langword="null"/> if those do not tell them
    /// apart.
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
