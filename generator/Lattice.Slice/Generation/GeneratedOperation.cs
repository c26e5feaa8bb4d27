using Lattice.Slice.Specifications;
using Lattice.Spec.Model;
using Lattice.Spec.Naming;

namespace Lattice.Slice.Generation;

/// <summary>An operation that is generated.</summary>
/// <param name="Owner">The class that has the operation.</param>
internal sealed record GeneratedOperation(EmittedType Owner, Operation Operation)
{
    /// <summary>The name of the operation in slice.json.</summary>
    public string Name => OperationName.Get(Operation.HttpMethod, Operation.Route);

    /// <summary>The method that throws, with its class.</summary>
    public string Member => $"{CSharpNames.Relative(Owner.Type)}.{MethodSignature.GetName(Operation.Method)}";

    /// <summary>The method that follows the pages of a list, with its class; <see langword="null"/> if there is none.</summary>
    public string? AllMember => Operation.Paging is null
        ? null
        : $"{CSharpNames.Relative(Owner.Type)}.{MethodSignature.GetAllName(Operation.Method)}";

    /// <summary>Whether the operation returns one object of the class that has it.</summary>
    public bool IsOwnResult => Operation.Result is { Kind: ValueKind.Object } result && result.Type == Owner.Type;
}
