using System.Collections.Immutable;
using Lattice.TestSupport.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Lattice.Conformance.Generation;

/// <summary>The output of the generator for a specification, from the compiler's own driver.</summary>
/// <param name="Sources">The emitted files by hint name.</param>
/// <param name="Diagnostics">The diagnostics of the generator, of any severity.</param>
/// <param name="Compilation">The emitted files with the references that they need.</param>
/// <param name="Failure">The exception that the generator threw, if any.</param>
internal sealed record GeneratorOutput(
    IReadOnlyList<(string Name, string Text)> Sources,
    IReadOnlyList<GeneratorDiagnostic> Diagnostics,
    CSharpCompilation Compilation,
    string? Failure)
{
    public static GeneratorOutput Create(string spec)
    {
        var compilation = CSharpCompilation.Create(
            "Emitted",
            references: GeneratorHost.References,
            options: new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        GeneratorDriver driver = GeneratorHost.CreateDriver(
            [new TestFile("stripe.json", spec)], new Dictionary<string, string>());
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);

        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        return new GeneratorOutput(
            [.. result.GeneratedSources.OrEmpty().Select(source => (source.HintName, source.SourceText.ToString()))],
            [.. result.Diagnostics.OrEmpty().Select(GeneratorDiagnostic.Create)],
            (CSharpCompilation)output,
            result.Exception?.ToString());
    }
}

/// <summary>A diagnostic of the generator.</summary>
/// <param name="IsWarning">Whether it is a warning or an error.</param>
internal sealed record GeneratorDiagnostic(string Id, string Message, int Line, bool IsWarning)
{
    public static GeneratorDiagnostic Create(Diagnostic diagnostic) => new(
        diagnostic.Id,
        diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture),
        diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1,
        diagnostic.Severity >= DiagnosticSeverity.Warning);

    public override string ToString() => $"{Id} at line {Line}: {Message}";
}

internal static class ImmutableArrayExtensions
{
    /// <summary>After an exception in a generator, the array is uninitialized.</summary>
    public static ImmutableArray<T> OrEmpty<T>(this ImmutableArray<T> items) => items.IsDefault ? [] : items;
}
