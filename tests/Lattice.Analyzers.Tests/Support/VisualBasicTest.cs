using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Microsoft.CodeAnalysis.VisualBasic;

namespace Lattice.Analyzers.Tests.Support;

/// <summary>Runs a rule over a program in Visual Basic. What must be reported is between <c>[|</c> and <c>|]</c>.</summary>
internal static class VisualBasicTest<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    private const string Start = "[|";
    private const string End = "|]";

    /// <summary>Checks what is reported in statements within a method.</summary>
    public static Task ReportsInMethodAsync(string statements) => ReportsAsync(
        $"""
        Imports System
        Imports System.Collections.Generic
        Imports System.Linq
        Imports System.Threading.Tasks
        Imports Lattice.Analyzers.Tests.Emitted
        Imports Lattice.Stripe
        Imports Microsoft.AspNetCore.Http
        Imports Microsoft.Extensions.Caching.Memory
        Imports Microsoft.Extensions.Logging

        Public Class App
            Public Shared Kept As SecretString

            Public Async Function RunAsync(client As IStripeClient, link As AccountLink, logger As ILogger,
                                           cache As IMemoryCache, flag As Boolean) As Task(Of Object)
                Await Task.Yield()
                {statements.ReplaceLineEndings("\n        ")}
                Return Nothing
            End Function

            Private Shared Sub Use(text As String)
            End Sub

            Private Shared Sub Use(link As AccountLink)
            End Sub
        End Class
        """);

    /// <summary>Checks what is reported in a file.</summary>
    public static async Task ReportsAsync(string program)
    {
        string source = Parse(program, out List<TextSpan> expected);
        var compilation = VisualBasicCompilation.Create(
            "Program",
            [VisualBasicSyntaxTree.ParseText(source, path: "Program.vb")],
            Sdk.References,
            new VisualBasicCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optionStrict: OptionStrict.On));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        CompilationWithAnalyzers analysis = compilation.WithAnalyzers([new TAnalyzer()]);
        ImmutableArray<Diagnostic> reported = await analysis.GetAllDiagnosticsAsync();
        string id = new TAnalyzer().SupportedDiagnostics[0].Id;
        Assert.Empty(reported.Where(diagnostic => diagnostic.Id.StartsWith("AD", StringComparison.Ordinal)));
        Assert.Equal(
            expected.Select(span => source.Substring(span.Start, span.Length)),
            reported.Where(diagnostic => diagnostic.Id == id)
                .Select(diagnostic => diagnostic.Location.SourceSpan)
                .OrderBy(span => span.Start)
                .Select(span => source.Substring(span.Start, span.Length)));
    }

    private static string Parse(string program, out List<TextSpan> expected)
    {
        expected = [];
        string source = program;
        for (int start = source.IndexOf(Start, StringComparison.Ordinal);
            start >= 0;
            start = source.IndexOf(Start, StringComparison.Ordinal))
        {
            source = source.Remove(start, Start.Length);
            int end = source.IndexOf(End, start, StringComparison.Ordinal);
            source = source.Remove(end, End.Length);
            expected.Add(TextSpan.FromBounds(start, end));
        }

        return source;
    }
}
