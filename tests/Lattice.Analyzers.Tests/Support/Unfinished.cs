using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Lattice.Analyzers.Tests.Support;

/// <summary>Runs a rule over code as it is while someone types: a rule may report anything, but must not throw.</summary>
internal static class Unfinished
{
    /// <summary>Analyzes a program that ends after each of its words, and the whole of it.</summary>
    public static async Task AnalyzeAsync<TAnalyzer>(string program)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        SyntaxTree usings = CSharpSyntaxTree.ParseText(Sdk.Usings);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Unfinished", [usings], Sdk.References, new CSharpCompilationOptions(OutputKind.ConsoleApplication));
        IEnumerable<int> ends = CSharpSyntaxTree.ParseText(program).GetRoot().DescendantTokens().Select(token =>
            token.Span.End).Append(program.Length);
        foreach (int end in ends)
        {
            CompilationWithAnalyzers analysis = compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(program[..end]))
                .WithAnalyzers([new TAnalyzer()]);
            ImmutableArray<Diagnostic> diagnostics = await analysis.GetAnalyzerDiagnosticsAsync();
            Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id == "AD0001");
        }
    }
}
