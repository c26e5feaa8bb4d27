using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Lattice.Analyzers.Tests.Support;

/// <summary>Runs all rules over programs, as the compiler does.</summary>
internal static class AllRules
{
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
    [
        .. typeof(Rules).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>Compiles files as a project of an app.</summary>
    public static CSharpCompilation Compile(
        IEnumerable<(string Path, string Text)> files,
        NullableContextOptions nullable = NullableContextOptions.Enable,
        OutputKind kind = OutputKind.ConsoleApplication)
    {
        var parsing = new CSharpParseOptions(LanguageVersion.CSharp12);
        return CSharpCompilation.Create(
            "App",
            [
                CSharpSyntaxTree.ParseText(Sdk.Usings, parsing, "Usings.cs"),
                CSharpSyntaxTree.ParseText("global using System.IO;\nglobal using System.Net.Http;\n", parsing, "ImplicitUsings.cs"),
                .. files.Select(file => CSharpSyntaxTree.ParseText(file.Text, parsing, file.Path)),
            ],
            Sdk.References,
            new CSharpCompilationOptions(kind, nullableContextOptions: nullable)
                .WithSpecificDiagnosticOptions([new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]));
    }

    /// <summary>Returns what the rules report, suggestions included. An exception in a rule fails the test.</summary>
    public static Task<ImmutableArray<Diagnostic>> RunAsync(Compilation compilation) =>
        RunAsync(compilation, (rules, cancellationToken) => rules.GetAnalyzerDiagnosticsAsync(cancellationToken));

    /// <summary>Returns what the rules and the compiler report, without what rules suppress.</summary>
    public static Task<ImmutableArray<Diagnostic>> RunWithCompilerAsync(Compilation compilation) =>
        RunAsync(compilation, (rules, cancellationToken) => rules.GetAllDiagnosticsAsync(cancellationToken));

    private static async Task<ImmutableArray<Diagnostic>> RunAsync(
        Compilation compilation, Func<CompilationWithAnalyzers, CancellationToken, Task<ImmutableArray<Diagnostic>>> run)
    {
        List<Exception> exceptions = [];
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            (exception, analyzer, _) => exceptions.Add(new InvalidOperationException($"{analyzer} failed.", exception)),
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> diagnostics = await run(compilation.WithAnalyzers(Analyzers, options), CancellationToken.None);
        return exceptions.Count == 0 ? diagnostics : throw new AggregateException(exceptions);
    }
}
