using System.Text.Json.Nodes;
using Lattice.Slice.Configuration;
using Lattice.Slice.Files;
using Lattice.Slice.Specifications;
using Lattice.Spec.Json;

namespace Lattice.Slice.Slicing;

/// <summary>Estimates what operations would add to a slice.</summary>
internal sealed class SizeEstimate
{
    // The depths of components/schemas/name and paths/path.
    private const int ComponentDepth = 3;
    private const int PathDepth = 2;

    private readonly Components _components;
    private readonly OperationTrimmer _operations;
    private readonly IReadOnlySet<string> _present;
    private readonly HashSet<string> _paths;
    private readonly Dictionary<ComponentName, int> _sizes = [];

    public SizeEstimate(Specification spec, SliceConfiguration configuration, IReadOnlySet<string> present)
    {
        var trimmer = new SchemaTrimmer(ErrorSchemas.Find(spec.Document), configuration.Expand.ToHashSet());
        _operations = new OperationTrimmer(trimmer);
        _components = new Components(spec, trimmer, _operations);
        _present = present;
        _paths = [.. configuration.Operations.Select(operation => OperationName.Split(operation).Path)];
    }

    /// <summary>The number of schemas and bytes that an operation would add.</summary>
    /// <exception cref="CommandFailedException">The operation refers to something that is not in the specification.</exception>
    public (int Schemas, int Bytes) Measure(ApiOperation operation)
    {
        JsonPointer location = JsonPointer.Root / "paths" / operation.Path.Text;
        JsonObject item = _operations.Trim([operation]);
        SecretAnnotations.Add(item, location);
        List<Component> added = [.. _components.Reach(References.Find(item, location))
            .Where(component => !component.Name.IsSchema || !_present.Contains(component.Name.Name))];
        int size = _paths.Contains(operation.Path.Text)
            ? JsonOutput.GetSize(operation.Source.Method, item[operation.Source.Method]!, PathDepth + 1)
            : JsonOutput.GetSize(operation.Path.Text, item, PathDepth);
        int bytes = size + added.Sum(GetSize);
        return (added.Count(component => component.Name.IsSchema), bytes);
    }

    private int GetSize(Component component)
    {
        if (!_sizes.TryGetValue(component.Name, out int size))
        {
            size = JsonOutput.GetSize(component.Name.Name, component.Content, ComponentDepth);
            _sizes.Add(component.Name, size);
        }

        return size;
    }
}
