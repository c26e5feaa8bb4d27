using System.Collections.Immutable;
using Lattice.Spec.Model;
using Lattice.Spec.Reading;

namespace Lattice.Generator.Pipeline;

/// <summary>The result of reading the slice of a project.</summary>
/// <param name="Model">The types to generate.</param>
/// <param name="Diagnostics">Errors in the slice, and parts that are not generated.</param>
internal sealed record SliceReading(ApiModel Model, EquatableArray<LocatedDiagnostic> Diagnostics)
{
    /// <param name="files">The slices of the project, of which only one is read.</param>
    /// <param name="rootNamespace">The namespace of types that have no namespace of their own.</param>
    /// <param name="isInternal">Whether other assemblies cannot see the types.</param>
    public static SliceReading Read(
        ImmutableArray<SpecFile> files, string rootNamespace, bool isInternal, CancellationToken cancellationToken)
    {
        if (files.IsEmpty)
        {
            return new SliceReading(new ApiModel(default), default);
        }

        SpecFile first = files.OrderBy(file => file.Path, StringComparer.Ordinal).First();
        SliceReading reading = FindBlockingError(first, rootNamespace) is { } blockingError
            ? new SliceReading(new ApiModel(default), new[] { blockingError }.ToEquatableArray())
            : Read(first, rootNamespace, isInternal, cancellationToken);
        IEnumerable<LocatedDiagnostic> others = files.Where(file => file != first)
            .Select(file => LocatedDiagnostic.AtStart(file.Path, DiagnosticRules.SeveralSlices, first.Path));
        return reading with { Diagnostics = reading.Diagnostics.Concat(others).ToEquatableArray() };
    }

    /// <summary>The reason not to read the slice; <see langword="null"/> if absent.</summary>
    private static LocatedDiagnostic? FindBlockingError(SpecFile file, string rootNamespace) =>
        ProjectOptions.FindInvalidPart(rootNamespace) is { } part
            ? LocatedDiagnostic.AtStart(file.Path, DiagnosticRules.InvalidNamespace, rootNamespace, part)
            : file.Failure is { } failure ? LocatedDiagnostic.AtStart(file.Path, DiagnosticRules.Failed, failure)
            : null;

    private static SliceReading Read(SpecFile file, string rootNamespace, bool isInternal, CancellationToken cancellationToken)
    {
        string text;
        try
        {
            text = file.Text.ToString();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The text comes from the host, which may fail to provide it.
            string error = $"{exception.GetType().Name}: {exception.Message}";
            return new SliceReading(
                new ApiModel(default), new[] { LocatedDiagnostic.AtStart(file.Path, DiagnosticRules.Failed, error) }.ToEquatableArray());
        }

        SpecReading reading = SpecReader.Read(text, rootNamespace, cancellationToken, isInternal);
        return new SliceReading(reading.Model, reading.Diagnostics
            .Select(diagnostic => LocatedDiagnostic.Locate(diagnostic, file.Path, reading.SourceMap))
            .ToEquatableArray());
    }
}
