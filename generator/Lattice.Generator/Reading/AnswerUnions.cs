using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Lattice.Generator.Reading;

/// <summary>Tells the unions of an answer apart: those whose objects say what they are, and those whose do not.</summary>
internal sealed class AnswerUnions
{
    private readonly Dictionary<string, SortedDictionary<string, OpenApiSchemaReference>> _folded = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Queue<OpenApiSchemaReference> _open = new();

    /// <summary>
    /// Finds the unions without a discriminator in components and all that these lead to: their first arm takes the
    /// others in. What no answer leads to changes nothing.
    /// </summary>
    public void Collect(IEnumerable<OpenApiSchemaReference> components)
    {
        foreach (OpenApiSchemaReference component in components)
        {
            Open(component);
        }

        // A component is seen again when it takes another in: their properties together may be unions of their own.
        while (_open.Count > 0)
        {
            CollectWithin(GetSchema(_open.Dequeue()));
        }
    }

    /// <summary>The component's schema, with what it takes in of others.</summary>
    public IOpenApiSchema GetSchema(OpenApiSchemaReference component)
    {
        List<OpenApiSchemaReference> arms = GetObjects(component);
        if (arms.Count > 1)
        {
            return Discriminate(arms) is null ? SchemaFolding.Fold(arms) : component;
        }

        return _folded.TryGetValue(component.Reference.Id!, out SortedDictionary<string, OpenApiSchemaReference>? others)
            ? SchemaFolding.Fold([component, .. others.Values])
            : component;
    }

    /// <summary>
    /// The objects among the arms of a choice, each once: all arms, or those beside an id. What the slice does not hold
    /// stays an id.
    /// </summary>
    public static List<OpenApiSchemaReference> GetObjects(IOpenApiSchema choice)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return (choice.AnyOf ?? []).OfType<OpenApiSchemaReference>()
            .Where(arm => arm.Target is not null && seen.Add(arm.Reference.Id!))
            .ToList();
    }

    /// <summary>
    /// The arms of a union with their <c>object</c> and <c>deleted</c>, or <see langword="null"/> if those do not tell them
    /// apart.
    /// </summary>
    public static IReadOnlyList<(OpenApiSchemaReference Arm, string Object, bool IsDeleted)>? Discriminate(
        IReadOnlyList<OpenApiSchemaReference> arms)
    {
        var found = new List<(OpenApiSchemaReference Arm, string Object, bool IsDeleted)>();
        foreach (OpenApiSchemaReference arm in arms)
        {
            if (GetLiteral(arm, "object") is not { } name)
            {
                return null;
            }

            found.Add((arm, name, GetLiteral(arm, "deleted") == "true"));
        }

        return found.Select(arm => (arm.Object, arm.IsDeleted)).Distinct().Count() == found.Count ? found : null;
    }

    private void Open(OpenApiSchemaReference component)
    {
        if (component.Target is not null && _seen.Add(component.Reference.Id!))
        {
            _open.Enqueue(component);
        }
    }

    private void CollectWithin(IOpenApiSchema? schema, bool isRoot = true)
    {
        if (schema is null)
        {
            return;
        }

        if (schema is OpenApiSchemaReference reference && !isRoot)
        {
            Open(reference);
            return;
        }

        List<OpenApiSchemaReference> objects = GetObjects(schema);
        if (objects.Count > 1 && !isRoot && Discriminate(objects) is null)
        {
            TakeIn(objects[0], objects.Skip(1));
        }

        foreach (IOpenApiSchema part in (schema.AnyOf ?? []).Concat(schema.Properties?.Values ?? []))
        {
            CollectWithin(part, isRoot: false);
        }

        CollectWithin(schema.Items, isRoot: false);
        CollectWithin(schema.AdditionalProperties, isRoot: false);
    }

    private void TakeIn(OpenApiSchemaReference first, IEnumerable<OpenApiSchemaReference> others)
    {
        if (!_folded.TryGetValue(first.Reference.Id!, out SortedDictionary<string, OpenApiSchemaReference>? taken))
        {
            _folded.Add(first.Reference.Id!, taken = new SortedDictionary<string, OpenApiSchemaReference>(StringComparer.Ordinal));
        }

        foreach (OpenApiSchemaReference other in others)
        {
            if (!taken.ContainsKey(other.Reference.Id!))
            {
                taken.Add(other.Reference.Id!, other);
                _seen.Remove(first.Reference.Id!);
            }
        }

        Open(first);
    }

    private static string? GetLiteral(OpenApiSchemaReference schema, string property) =>
        schema.Properties is { } properties && properties.TryGetValue(property, out IOpenApiSchema? value)
            && value.Enum is { Count: 1 } literals && literals[0] is JsonValue literal
            ? literal.ToString()
            : null;
}
