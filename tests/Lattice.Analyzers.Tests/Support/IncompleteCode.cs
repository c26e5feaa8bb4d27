using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.VisualBasic;

namespace Lattice.Analyzers.Tests.Support;

/// <summary>Code as it is while someone types: cut off somewhere, or without a few characters.</summary>
internal static class IncompleteCode
{
    /// <summary>Checks that rules fail on none of the incomplete forms of a program in C#.</summary>
    public static Task CheckAsync(string program, params DiagnosticAnalyzer[] analyzers)
    {
        CSharpParseOptions options = CSharpParseOptions.Default.WithLanguageVersion(Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp12);
        var compilation = CSharpCompilation.Create(
            "Program",
            [CSharpSyntaxTree.ParseText(Sdk.Usings, options)],
            Sdk.References,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        return CheckAsync(program, text => compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(text, options)), analyzers);
    }

    /// <summary>Checks that rules fail on none of the incomplete forms of a program in Visual Basic.</summary>
    public static Task CheckVisualBasicAsync(string program, params DiagnosticAnalyzer[] analyzers)
    {
        var compilation = VisualBasicCompilation.Create(
            "Program", [], Sdk.References, new VisualBasicCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        return CheckAsync(program, text => compilation.AddSyntaxTrees(VisualBasicSyntaxTree.ParseText(text)), analyzers);
    }

    private static async Task CheckAsync(string program, Func<string, Compilation> compile, DiagnosticAnalyzer[] analyzers)
    {
        foreach (string text in GetForms(program))
        {
            ImmutableArray<Diagnostic> reported = await compile(text).WithAnalyzers([.. analyzers]).GetAnalyzerDiagnosticsAsync();
            Assert.True(
                !reported.Any(diagnostic => diagnostic.Id.StartsWith("AD", StringComparison.Ordinal)),
                $"{string.Join('\n', reported)}\n{text}");
        }
    }

    /// <summary>A few hundred forms: not all, which would take minutes, but those at different places of each line.</summary>
    private static IEnumerable<string> GetForms(string program)
    {
        int step = Math.Max(1, program.Length / 100);
        for (int length = 0; length < program.Length; length += step)
        {
            yield return program[..length];
            yield return program.Remove(length, Math.Min(3, program.Length - length));
        }
    }
}
