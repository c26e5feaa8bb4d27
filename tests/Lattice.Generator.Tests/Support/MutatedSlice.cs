using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Lattice.Generator.Tests.Support;

/// <summary>Runs the generator on each mutation of a slice, and compiles each output that differs from all earlier ones.</summary>
/// <param name="slice">The slice without mutations.</param>
internal sealed class MutatedSlice(string slice)
{
    private readonly GeneratorHarness _harness = new(slice);
    private readonly HashSet<string> _compiled = [];

    /// <returns>The compiler's errors and warnings.</returns>
    public IReadOnlyList<string> Compile(string mutation) => Compile(mutation, out _);

    /// <param name="mutation">The slice with mutations.</param>
    /// <param name="diagnostics">What the generator reported.</param>
    /// <returns>The compiler's errors and warnings.</returns>
    public IReadOnlyList<string> Compile(string mutation, out ImmutableArray<Diagnostic> diagnostics)
    {
        _harness.EditSlice(mutation);
        GeneratorRunResult result = _harness.Run();
        diagnostics = result.Diagnostics;
        string output = string.Concat(result.GeneratedSources
            .OrderBy(source => source.HintName, StringComparer.Ordinal)
            .Select(source => $"== {source.HintName}\n{source.SourceText}"));
        return _compiled.Add(output) ? _harness.Compile() : [];
    }
}
