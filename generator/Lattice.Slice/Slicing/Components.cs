using System.Text.Json.Nodes;
using Lattice.Slice.Secrets;
using Lattice.Slice.Specifications;
using Lattice.Spec.OpenApi;
using JsonValue = Lattice.Spec.Json.JsonValue;

namespace Lattice.Slice.Slicing;

/// <summary>A component of a slice.</summary>
/// <param name="References">The references in the component.</param>
/// <param name="Secrets">The secrets that the rules find in the component.</param>
internal sealed record Component(
    ComponentName Name, JsonObject Content, IReadOnlyList<Reference> References, IReadOnlyList<Secret> Secrets);

/// <summary>The trimmed components of a document, each created once.</summary>
internal sealed class Components(Specification spec, SchemaTrimmer schemas, OperationTrimmer elements)
{
    private readonly Dictionary<ComponentName, Component> _components = [];

    /// <summary>All components that can be reached from the references, by name.</summary>
    /// <exception cref="CommandFailedException">A reference cannot be resolved.</exception>
    public IReadOnlyList<Component> Reach(IEnumerable<Reference> references)
    {
        var reached = new Dictionary<ComponentName, Component>();
        var open = new Queue<Reference>(references);
        while (open.TryDequeue(out Reference? reference))
        {
            Component component = Get(reference);
            if (reached.TryAdd(component.Name, component))
            {
                component.References.ToList().ForEach(open.Enqueue);
            }
        }

        return [.. reached.Values.OrderBy(component => component.Name.Section, StringComparer.Ordinal)
            .ThenBy(component => component.Name.Name, StringComparer.Ordinal)];
    }

    private Component Get(Reference reference)
    {
        ComponentName name = GetName(reference);
        if (!_components.TryGetValue(name, out Component? component))
        {
            JsonValue element = spec.Document.Root.Find("components")!.Find(name.Section)!.Find(name.Name)!;
            JsonObject content = name.IsSchema ? schemas.TrimComponent(name, element) : elements.Trim(element, name.Pointer);
            IReadOnlyList<Secret> secrets = SecretAnnotations.Add(content, name.Pointer);
            component = new Component(name, content, [.. Slicing.References.Find(content, name.Pointer)], secrets);
            _components.Add(name, component);
        }

        return component;
    }

    private ComponentName GetName(Reference reference)
    {
        if (reference.Component is { IsSchema: true } schema && !spec.Schemas.ContainsKey(schema.Name))
        {
            throw new CommandFailedException(
                $"{spec.Name} has no schema \"{schema.Name}\", which the $ref at {reference.Location} refers to."
                + NameSuggestions.Suggest(spec.Schemas.Keys, schema.Name));
        }

        SpecReference resolved = spec.Document.Resolve(reference.Text);
        return resolved.Error is null && reference.Component is { } component ? component : throw new CommandFailedException(
            $"{spec.Name}: the $ref \"{Suggestions.Shorten(reference.Text)}\" at {reference.Location} cannot be resolved: "
            + $"{resolved.Error ?? "it does not refer to a component"}.");
    }
}
