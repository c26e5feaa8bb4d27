using System.Collections.Immutable;
using Lattice.Analyzers.Calls;
using Lattice.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.VisualBasic;

namespace Lattice.Analyzers.Tests;

/// <summary>LAT1006 in Visual Basic.</summary>
public class IgnoredErrorVisualBasicTests
{
    [Theory]
    [InlineData("Await AccountLink.TryCreateAsync(client, p)", "AccountLink.TryCreateAsync(client, p)")]
    [InlineData("Dim r = Await AccountLink.TryCreateAsync(client, p)", "AccountLink.TryCreateAsync(client, p)")]
    [InlineData("Dim r = Await AccountLink.TryCreateAsync(client, p) : Console.WriteLine(r.Value.Url)", "r.Value")]
    [InlineData("Console.WriteLine((Await AccountLink.TryCreateAsync(client, p)).Value.Url)", "(Await AccountLink.TryCreateAsync(client, p)).Value")]
    [InlineData("Dim link = (Await AccountLink.TryCreateAsync(client, p)).Value : Console.WriteLine(link.Url)", "link")]
    [InlineData("Dim r = Await AccountLink.TryCreateAsync(client, p) : If r.IsSuccess OrElse flag Then Use(r.Value)", "r.Value")]
    [InlineData("Dim r = Await AccountLink.TryCreateAsync(client, p) : Console.WriteLine(r.Value?.Url)", "r.Value")]
    public async Task A_result_that_is_not_checked_is_reported(string statements, string reported) =>
        Assert.Equal([reported], await AnalyzeAsync(statements));

    [Theory]
    [InlineData("Dim r = Await AccountLink.TryCreateAsync(client, p) : If r.IsSuccess Then Use(r.Value)")]
    [InlineData("Dim r = Await AccountLink.TryCreateAsync(client, p) : If Not r.IsSuccess Then Return : Use(r.Value)")]
    [InlineData("Dim r = Await AccountLink.TryCreateAsync(client, p) : If r.Error Is Nothing Then Use(r.Value)")]
    [InlineData("Dim r = Await AccountLink.TryCreateAsync(client, p) : If r.Value IsNot Nothing AndAlso flag Then Use(r.Value)")]
    [InlineData("Dim r = Await AccountLink.TryCreateAsync(client, p) : Use(If(r.IsSuccess, r.Value, New AccountLink()))")]
    [InlineData("Dim r = Await AccountLink.TryCreateAsync(client, p) : Dim ok = r.IsSuccess : If ok Then Use(r.Value)")]
    [InlineData("Use((Await AccountLink.TryCreateAsync(client, p)).GetValueOrThrow())")]
    [InlineData("Await AccountLink.CreateAsync(client, p)")]
    public async Task A_result_that_is_checked_is_not_reported(string statements) => Assert.Empty(await AnalyzeAsync(statements));

    private static async Task<string[]> AnalyzeAsync(string statements)
    {
        SyntaxTree tree = VisualBasicSyntaxTree.ParseText(
            $"""
            Imports System
            Imports System.Threading.Tasks
            Imports Lattice.Stripe

            Module Program
                Public Async Function RunAsync(client As IStripeClient, flag As Boolean) As Task
                    Dim p As New AccountLinkCreateParams()
                    {statements.Replace(" : ", "\n        ")}
                End Function

                Private Sub Use(link As AccountLink)
                End Sub
            End Module
            """);
        VisualBasicCompilation compilation = VisualBasicCompilation.Create(
            "Program", [tree], Sdk.References, new VisualBasicCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.DoesNotContain(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        ImmutableArray<Diagnostic> diagnostics =
            await compilation.WithAnalyzers([new IgnoredErrorAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        return [.. diagnostics.Select(diagnostic =>
            tree.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length))];
    }
}
