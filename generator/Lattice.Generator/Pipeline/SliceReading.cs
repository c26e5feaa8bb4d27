using System.Collections.Immutable;
using Lattice.Spec.Model;
using Lattice.Spec.Reading;

namespace Lattice.Generator.Pipeline;

/// <summary>What the slice of a project gives.</summary>
/// <param name="Model">What can be generated.</param>
/// <param name="Diagnostics">What cannot.</param>
internal sealed record SliceReading(ApiModel Model, EquatableArray<LocatedDiagnostic> Diagnostics)
{
    /// <param name="files">The slices of the project: there may be one.</param>
    public static SliceReading Read(ImmutableArray<SpecFile> files, string rootNamespace, CancellationToken cancellationToken)
    {
        if (files.IsEmpty)
        {
            return new SliceReading(new ApiModel(default), default);
        }

        SpecFile first = files.OrderBy(file => file.Path, StringComparer.Ordinal).First();
        SliceReading reading = FindObstacle(first, rootNamespace) is { } obstacle
            ? new SliceReading(new ApiModel(default), new[] { obstacle }.ToEquatableArray())
            : Read(first, rootNamespace, cancellationToken);
        IEnumerable<LocatedDiagnostic> others = files.Where(file => file != first)
            .Select(file => LocatedDiagnostic.AtStart(file.Path, DiagnosticRules.SeveralSlices, first.Path));
        return reading with { Diagnostics = reading.Diagnostics.Concat(others).ToEquatableArray() };
    }

    /// <summary>Why the slice is not even read; <see langword="null"/> if it can be.</summary>
    private static LocatedDiagnostic? FindObstacle(SpecFile file, string rootNamespace) =>
        ProjectOptions.FindInvalidPart(rootNamespace) is { } part
            ? LocatedDiagnostic.AtStart(file.Path, DiagnosticRules.InvalidNamespace, rootNamespace, part)
            : file.Failure is { } failure ? LocatedDiagnostic.AtStart(file.Path, DiagnosticRules.Failed, failure)
            : null;

    private static SliceReading Read(SpecFile file, string rootNamespace, CancellationToken cancellationToken)
    {
        string text;
        try
        {
            text = file.Text.ToString();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The text belongs to the host, which may fail to give it.
            string error = $"{exception.GetType().Name}: {exception.Message}";
            return new SliceReading(
                new ApiModel(default), new[] { LocatedDiagnostic.AtStart(file.Path, DiagnosticRules.Failed, error) }.ToEquatableArray());
        }

        SpecReading reading = SpecReader.Read(text, rootNamespace, cancellationToken);
        return new SliceReading(reading.Model, reading.Diagnostics
            .Select(diagnostic => LocatedDiagnostic.Locate(diagnostic, file.Path, reading.SourceMap))
            .ToEquatableArray());
    }
}
