namespace Lattice.Slice.Checking;

/// <summary>An operation of a whole specification, by which one that has moved is found again.</summary>
/// <param name="Method">The HTTP method in capitals.</param>
/// <param name="OperationId">Stripe's own name for it, if it has one.</param>
internal sealed record SpecOperation(string Method, string Path, string? OperationId)
{
    public override string ToString() => $"{Method} {Path}";
}
