using Lattice.Slice.Specifications;
using Lattice.Spec.Model;
using Lattice.Spec.Reading;

namespace Lattice.Slice.Generation;

/// <summary>The generator's model of a slice.</summary>
internal sealed class SliceModel
{
    private readonly Dictionary<TypeName, EmittedType> _types;

    private SliceModel(Specification slice, SpecReading reading)
    {
        Slice = slice;
        Diagnostics = reading.Diagnostics;
        _types = reading.Model.Groups.SelectMany(group => group.Types).ToDictionary(type => type.Type);
        Operations = new SortedDictionary<string, GeneratedOperation>(
            _types.Values.SelectMany(GetOperations).ToDictionary(operation => operation.Name), OperationName.Order);
    }

    public Specification Slice { get; }

    /// <summary>The generated operations, by name.</summary>
    public IReadOnlyDictionary<string, GeneratedOperation> Operations { get; }

    /// <summary>The diagnostics of the generator.</summary>
    public EquatableArray<DiagnosticInfo> Diagnostics { get; }

    /// <summary>Whether the generator can read the slice.</summary>
    public bool IsReadable => _types.Count > 0;

    /// <summary>The types, without the constant with the API version.</summary>
    public IEnumerable<TypeName> Types => _types.Values.Where(type => type is not VersionType).Select(type => type.Type);

    public static SliceModel Read(Specification slice, CancellationToken cancellationToken) =>
        new(slice, SpecReader.Read(slice.Text, CSharpNames.Root, cancellationToken));

    public EmittedType Get(TypeName type) => _types[type];

    /// <summary>The diagnostics that a build shows and the other slice does not have.</summary>
    public IReadOnlyList<DiagnosticInfo> GetNewDiagnostics(SliceModel? other)
    {
        // Two diagnostics are the same if they have the same message, whatever the location.
        HashSet<(string, EquatableArray<string>)> known = [.. (other?.Diagnostics ?? default).Select(GetKey)];
        return [.. Diagnostics.Where(diagnostic => diagnostic.IsShown && !known.Contains(GetKey(diagnostic)))];
    }

    private static (string Id, EquatableArray<string> Arguments) GetKey(DiagnosticInfo diagnostic) => (diagnostic.Id, diagnostic.Arguments);

    private static IEnumerable<GeneratedOperation> GetOperations(EmittedType type)
    {
        EquatableArray<Operation> operations = type switch
        {
            ResponseObjectType @object => @object.Operations,
            ResponseUnionType union => union.Operations,
            ContainerType container => container.Operations,
            _ => default,
        };
        return operations.Select(operation => new GeneratedOperation(type, operation));
    }
}
