using System.Globalization;
using Lattice.Slice.Output;
using Lattice.Slice.Secrets;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Slicing;

/// <summary>A slice that was created.</summary>
/// <param name="Json">The text of stripe.json.</param>
/// <param name="Secrets">The secrets in it.</param>
/// <param name="Expandable">The locations of the fields that a setting can include as whole resources.</param>
/// <param name="UnmatchedAnnotations">The annotations in slice.json that cannot be applied.</param>
internal sealed record SliceResult(
    byte[] Json,
    string Version,
    IReadOnlyList<ApiOperation> Operations,
    IReadOnlyList<Component> Components,
    IReadOnlyList<Secret> Secrets,
    IReadOnlySet<string> Expandable,
    IReadOnlyList<UnmatchedAnnotation> UnmatchedAnnotations)
{
    /// <summary>The names of the schemas in the slice.</summary>
    public IEnumerable<string> Schemas => Components.Where(component => component.Name.IsSchema).Select(component => component.Name.Name);

    /// <summary>A summary of the content.</summary>
    public string Summary => string.Create(
        CultureInfo.InvariantCulture,
        $"{Counted.Of(Operations.Count, "operation")}, {Counted.Of(Schemas.Count(), "schema")}, {Json.Length / 1000.0:0.0} KB, "
        + $"API version {Version}.");

    /// <exception cref="CommandFailedException">An annotation in slice.json cannot be applied.</exception>
    public SliceResult EnsureComplete() => UnmatchedAnnotations.Count == 0 ? this : throw new CommandFailedException(
        "slice.json has annotations that cannot be applied:",
        UnmatchedAnnotations.Select(unmatched => $"{unmatched.Section}: {unmatched.Pointer} {unmatched.Reason}"));
}
