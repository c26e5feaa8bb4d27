using System.Text.Json;
using System.Text.Json.Nodes;
using Lattice.Generator.Reading;
using Lattice.Slice.Names;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Slicing;

/// <summary>A component as slices hold it.</summary>
/// <param name="References">The components that it refers to.</param>
/// <param name="Secrets">What is marked in it by default.</param>
internal sealed record Component(string Name, JsonObject Schema, IReadOnlyList<Reference> References, IReadOnlyList<Secret> Secrets);

/// <summary>The components of a specification as slices hold them, each made once.</summary>
internal sealed class Components(Spec spec, SchemaTrimmer trimmer, IReadOnlySet<string> unmarked)
{
    private readonly Dictionary<string, Component> _made = new(StringComparer.Ordinal);

    /// <summary>All that can be reached from these references, by name.</summary>
    /// <exception cref="CommandFailedException">A reference leads nowhere.</exception>
    public IReadOnlyList<Component> Reach(IEnumerable<Reference> references)
    {
        var reached = new SortedDictionary<string, Component>(StringComparer.Ordinal);
        var open = new Queue<Reference>(references);
        while (open.TryDequeue(out Reference? reference))
        {
            if (!reached.ContainsKey(reference.Component))
            {
                Component component = Get(reference);
                reached.Add(component.Name, component);
                component.References.ToList().ForEach(open.Enqueue);
            }
        }

        return [.. reached.Values];
    }

    private Component Get(Reference reference)
    {
        string name = reference.Component;
        if (!_made.TryGetValue(name, out Component? component))
        {
            if (!spec.Schemas.TryGetValue(name, out JsonElement element))
            {
                throw new CommandFailedException(
                    $"{spec.Name} has no schema \"{name}\", which the $ref at {reference.Path.ToPointer()} names."
                    + Nearest.Suggest(spec.Schemas.Keys, name));
            }

            JsonPath path = JsonPath.Root / "components" / "schemas" / name;
            JsonObject schema = trimmer.TrimComponent(name, element);
            string resource = element.FindText("x-resourceId") ?? name;
            List<Secret> secrets = [.. DefaultSecrets.Mark(schema, path, resource, unmarked)];
            component = new Component(name, schema, [.. References.Find(schema, path)], secrets);
            _made.Add(name, component);
        }

        return component;
    }
}
