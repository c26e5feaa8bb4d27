using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.VisualBasic;

namespace Lattice.Analyzers.Tests.Support;

/// <summary>Runs rules over programs in Visual Basic, for which there are no test packages.</summary>
internal static class VisualBasicProgram
{
    private static readonly string[] s_imports =
        ["System", "System.Collections.Generic", "System.Threading.Tasks", "Lattice.Analyzers.Tests.Emitted", "Lattice.Stripe"];

    /// <summary>
    /// Returns what is reported in statements within a method that has a client, named <c>client</c>: ids, and the source in brackets.
    /// </summary>
    public static async Task<IReadOnlyList<string>> RunInMethodAsync(string statements, params DiagnosticAnalyzer[] rules)
    {
        var compilation = VisualBasicCompilation.Create(
            "App",
            [
                VisualBasicSyntaxTree.ParseText(
                    $"""
                    Public Class App
                        Public Async Function RunAsync(client As IStripeClient) As Task
                            Await Task.CompletedTask
                            {statements}
                        End Function
                    End Class
                    """,
                    path: "App.vb"),
            ],
            Sdk.References,
            new VisualBasicCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
                .WithGlobalImports(s_imports.Select(name => GlobalImport.Parse(name)))
                .WithOptionStrict(OptionStrict.On));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> diagnostics =
            await compilation.WithAnalyzers([.. rules], options).GetAllDiagnosticsAsync(CancellationToken.None);
        return
        [
            .. diagnostics.Where(diagnostic => !diagnostic.IsSuppressed && diagnostic.Severity > DiagnosticSeverity.Hidden)
                .Select(diagnostic => $"{diagnostic.Id} [{diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan)}]"),
        ];
    }
}
