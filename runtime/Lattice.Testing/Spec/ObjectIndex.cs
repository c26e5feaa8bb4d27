using Lattice.Spec.Model;

namespace Lattice.Stripe.Testing.Spec;

/// <summary>What the operations of a slice say about the kinds of objects and the paths that identify them.</summary>
internal sealed class ObjectIndex
{
    private readonly Dictionary<string, HashSet<string>> _kindsByPath = new(StringComparer.Ordinal);
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Schema> _schemas = new(StringComparer.Ordinal);

    public ObjectIndex(IEnumerable<Operation> operations)
    {
        foreach (Operation operation in operations)
        {
            Add(operation);
        }
    }

    /// <summary>
    /// Whether the slice has an operation that creates or reads objects of the kind. If it has none, nobody can know which of their ids
    /// exist.
    /// </summary>
    public bool Keeps(string kind) => _kept.Contains(kind);

    /// <summary>The schema of the objects of a kind; null if no operation returns them.</summary>
    public Schema? FindSchema(string kind) => _schemas.GetValueOrDefault(kind);

    /// <summary>The kinds of objects that a path identifies up to one of its parameters; empty if they are not known.</summary>
    public IReadOnlyCollection<string> FindKinds(PathTemplate path, int parameter)
        => _kindsByPath.TryGetValue(path.ShapeTo(parameter), out HashSet<string>? kinds) ? kinds : [];

    private void Add(Operation operation)
    {
        OperationObjects objects = operation.Objects;
        foreach (Schema schema in objects.Schemas.Where(ObjectSchemas.HasId))
        {
            if (ObjectSchemas.KindOf(schema) is { } kind)
            {
                _schemas.TryAdd(kind, schema);
            }
        }

        if (objects.Kind is OperationKind.Create or OperationKind.Retrieve or OperationKind.List)
        {
            _kept.UnionWith(objects.Kinds);
        }

        if (ShapeOf(operation) is { } shape)
        {
            if (!_kindsByPath.TryGetValue(shape, out HashSet<string>? kinds))
            {
                _kindsByPath.Add(shape, kinds = new HashSet<string>(StringComparer.Ordinal));
            }

            kinds.UnionWith(objects.Kinds);
        }
    }

    /// <summary>The shape of the paths of the operation's objects; null if it does not tell.</summary>
    private static string? ShapeOf(Operation operation) => (operation.Objects.Kind, operation.Path.EndsInParameter) switch
    {
        (OperationKind.Retrieve or OperationKind.Update or OperationKind.Delete, true) => operation.Path.Shape,
        (OperationKind.Create, false) => $"{operation.Path.Shape}/{{}}",
        _ => null,
    };
}
