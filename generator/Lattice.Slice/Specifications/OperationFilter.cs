using Lattice.Spec.Model;

namespace Lattice.Slice.Specifications;

/// <summary>The operations of a resource that a command is about.</summary>
/// <param name="Kinds">The kinds of operations.</param>
/// <param name="IsAll">Whether it is about each one, not about the plainest of each kind.</param>
/// <param name="IsDefault">Whether the command does not say which.</param>
internal sealed record OperationFilter(IReadOnlyList<OperationKind> Kinds, bool IsAll = false, bool IsDefault = false)
{
    /// <summary>The kinds that can be generated.</summary>
    public static readonly IReadOnlyList<OperationKind> AllKinds =
        [.. Enum.GetValues<OperationKind>().Where(kind => kind != OperationKind.None)];

    /// <summary>A resource without further options means that it is created.</summary>
    public static readonly OperationFilter Creates = new([OperationKind.Create], IsDefault: true);

    public static readonly OperationFilter All = new(AllKinds, IsAll: true);

    public bool Includes(ApiOperation operation) => IsAll || Kinds.Contains(operation.Kind);
}
