using System.Collections.Immutable;
using Lattice.Conformance.SpecReading;
using Lattice.TestSupport.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Lattice.Conformance.Generation;

/// <summary>The output of the generator for a specification, from the compiler's own driver.</summary>
/// <param name="Sources">The emitted files by hint name.</param>
/// <param name="Diagnostics">The warnings and errors of the generator.</param>
/// <param name="Compilation">The emitted files with the references that they need.</param>
/// <param name="Failure">The exception that the generator threw, if any.</param>
internal sealed record GeneratorOutput(
    IReadOnlyList<(string Name, string Text)> Sources,
    IReadOnlyList<string> Diagnostics,
    CSharpCompilation Compilation,
    string? Failure)
{
    public static GeneratorOutput Create(SpecDocument spec)
    {
        var compilation = CSharpCompilation.Create(
            "Emitted",
            references: GeneratorHost.References,
            options: new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        GeneratorDriver driver = GeneratorHost.CreateDriver(
            [new TestFile("stripe.json", spec.Text)], new Dictionary<string, string>());
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);

        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        return new GeneratorOutput(
            [.. result.GeneratedSources.OrEmpty().Select(source => (source.HintName, source.SourceText.ToString()))],
            [.. result.Diagnostics.OrEmpty().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(Describe)],
            (CSharpCompilation)output,
            result.Exception?.ToString());
    }

    private static string Describe(Diagnostic diagnostic)
    {
        FileLinePositionSpan location = diagnostic.Location.GetLineSpan();
        return $"{diagnostic.Id} at line {location.StartLinePosition.Line + 1}: {diagnostic.GetMessage()}";
    }
}

internal static class ImmutableArrayExtensions
{
    /// <summary>After an exception in a generator, the array is uninitialized.</summary>
    public static ImmutableArray<T> OrEmpty<T>(this ImmutableArray<T> items) => items.IsDefault ? [] : items;
}
