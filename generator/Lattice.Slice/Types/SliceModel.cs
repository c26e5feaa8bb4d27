using Lattice.Slice.Names;
using Lattice.Slice.Specifications;
using Lattice.Spec.Model;
using Lattice.Spec.Reading;

namespace Lattice.Slice.Types;

/// <summary>What the generator makes of a slice, read once.</summary>
internal sealed class SliceModel
{
    private readonly Dictionary<TypeName, EmittedType> _types;

    private SliceModel(Specification slice, SpecReading reading)
    {
        Slice = slice;
        Diagnostics = reading.Diagnostics;
        _types = reading.Model.Groups.SelectMany(group => group.Types).ToDictionary(type => type.Type);
        Operations = new SortedDictionary<string, OwnedOperation>(
            _types.Values.SelectMany(GetOperations).ToDictionary(operation => operation.Operation.Route), StringComparer.Ordinal);
    }

    public Specification Slice { get; }

    /// <summary>The operations that are generated, by route.</summary>
    public IReadOnlyDictionary<string, OwnedOperation> Operations { get; }

    /// <summary>What the generator reports.</summary>
    public EquatableArray<DiagnosticInfo> Diagnostics { get; }

    /// <summary>Whether the generator could read the slice at all.</summary>
    public bool IsReadable => _types.Count > 0;

    /// <summary>The types, without the constant with the API version.</summary>
    public IEnumerable<TypeName> Types => _types.Values.Where(type => type is not VersionType).Select(type => type.Type);

    public static SliceModel Read(Specification slice, CancellationToken cancellationToken) =>
        new(slice, SpecReader.Read(slice.Text, CSharpNames.Root, cancellationToken));

    public EmittedType Get(TypeName type) => _types[type];

    /// <summary>The diagnostics that a build shows and that another slice does not have.</summary>
    public IReadOnlyList<DiagnosticInfo> GetNewDiagnostics(SliceModel? other)
    {
        // What is said makes two diagnostics the same, not the location of which it is said.
        HashSet<(string, EquatableArray<string>)> known = [.. (other?.Diagnostics ?? default).Select(GetKey)];
        return [.. Diagnostics.Where(diagnostic => diagnostic.IsShown && !known.Contains(GetKey(diagnostic)))];
    }

    private static (string Id, EquatableArray<string> Arguments) GetKey(DiagnosticInfo diagnostic) => (diagnostic.Id, diagnostic.Arguments);

    private static IEnumerable<OwnedOperation> GetOperations(EmittedType type)
    {
        EquatableArray<Operation> operations = type switch
        {
            ResponseObjectType @object => @object.Operations,
            ResponseUnionType union => union.Operations,
            ContainerType container => container.Operations,
            _ => default,
        };
        return operations.Select(operation => new OwnedOperation(type, operation));
    }
}
