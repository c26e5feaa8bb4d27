using System.Text.Json.Nodes;
using Lattice.Generator.Reading;
using Lattice.Slice.Configuration;
using Lattice.Slice.Operations;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Slicing;

/// <summary>What operations would add to a slice.</summary>
internal sealed class Growth
{
    // components / schemas / name, and paths / path.
    private const int ComponentDepth = 3;
    private const int PathDepth = 2;

    private readonly Components _components;
    private readonly OperationTrimmer _operations;
    private readonly IReadOnlySet<string> _present;
    private readonly Dictionary<string, int> _sizes = new(StringComparer.Ordinal);

    public Growth(Spec spec, SliceConfiguration configuration, IReadOnlySet<string> present)
    {
        var trimmer = new SchemaTrimmer(ErrorSchemas.Find(spec), configuration.Expand.ToHashSet());
        _components = new Components(spec, trimmer, new HashSet<string>());
        _operations = new OperationTrimmer(trimmer);
        _present = present;
    }

    /// <summary>How many schemas and bytes an operation brings.</summary>
    /// <exception cref="CommandFailedException">It refers to what is not in the specification.</exception>
    public (int Schemas, int Bytes) Measure(SpecOperation operation)
    {
        JsonObject item = _operations.Trim(operation, isCreate: true);
        List<Component> added = [.. _components.Reach(References.Find(item, JsonPath.Root / "paths" / operation.Path.Text))
            .Where(component => !_present.Contains(component.Name))];
        return (added.Count, SliceText.GetSize(operation.Path.Text, item, PathDepth) + added.Sum(GetSize));
    }

    private int GetSize(Component component)
    {
        if (!_sizes.TryGetValue(component.Name, out int size))
        {
            size = SliceText.GetSize(component.Name, component.Schema, ComponentDepth);
            _sizes.Add(component.Name, size);
        }

        return size;
    }
}
