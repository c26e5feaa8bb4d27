using System.Globalization;
using Lattice.Slice.Names;
using Lattice.Slice.Operations;
using Lattice.Slice.Secrets;

namespace Lattice.Slice.Slicing;

/// <summary>A slice.</summary>
/// <param name="Json">The text of stripe.json.</param>
/// <param name="Secrets">The secrets in it.</param>
/// <param name="UnmatchedAnnotations">What slice.json says of locations where it cannot be said.</param>
internal sealed record SliceResult(
    byte[] Json,
    string Version,
    IReadOnlyList<PostOperation> Operations,
    IReadOnlyList<Component> Components,
    IReadOnlyList<Secret> Secrets,
    IReadOnlyList<UnmatchedAnnotation> UnmatchedAnnotations)
{
    /// <summary>The names of the schemas in it.</summary>
    public IEnumerable<string> Schemas => Components.Where(component => component.Name.IsSchema).Select(component => component.Name.Name);

    /// <summary>What is in it, in a sentence.</summary>
    public string Summary => string.Create(
        CultureInfo.InvariantCulture,
        $"{Counted.Of(Operations.Count, "operation")}, {Counted.Of(Schemas.Count(), "schema")}, {Json.Length / 1000.0:0.0} KB, "
        + $"API version {Version}.");

    /// <exception cref="CommandFailedException">slice.json speaks of what is not in the slice.</exception>
    public SliceResult EnsureComplete() => UnmatchedAnnotations.Count == 0 ? this : throw new CommandFailedException(
        "slice.json speaks of what is not in the slice:\n"
        + string.Join('\n', UnmatchedAnnotations.Select(unmatched => $"  {unmatched.Section}: {unmatched.Pointer} {unmatched.Reason}")));
}
