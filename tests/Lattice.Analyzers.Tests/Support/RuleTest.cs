using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Lattice.Analyzers.Tests.Support;

/// <summary>
/// Runs a rule, and its fix if it has one, over a program. What must be reported is between <c>[|</c> and <c>|]</c>.
/// </summary>
internal static class RuleTest<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    /// <summary>Checks what is reported in a file of top-level statements and types.</summary>
    public static Task ReportsAsync(string program, params DiagnosticResult[] expected) => RunAsync(program, _ => { }, expected);

    /// <summary>Checks what is reported in a project that references a framework for tests.</summary>
    public static Task ReportsInTestProjectAsync(string program, params DiagnosticResult[] expected) =>
        RunAsync(program, state => state.AdditionalReferences.AddRange(Sdk.TestFramework), expected);

    /// <summary>Checks what is reported in a project with options for analyzers.</summary>
    public static Task ReportsWithOptionsAsync(string program, string options, params DiagnosticResult[] expected) =>
        RunAsync(program, state => state.AnalyzerConfigFiles.Add(("/.globalconfig", options)), expected);

    /// <summary>Checks what is reported in a project that does not reference an assembly of the SDK.</summary>
    public static Task ReportsWithoutAsync(string assembly, string program, params DiagnosticResult[] expected) =>
        RunAsync(program, state => state.AdditionalReferences.RemoveAll(reference => reference.Display!.EndsWith($"{assembly}.dll", StringComparison.Ordinal)), expected);

    /// <summary>Checks what is reported in statements within a method that has a client, named <c>client</c>.</summary>
    public static Task ReportsInMethodAsync(string statements, params DiagnosticResult[] expected) =>
        ReportsAsync(InMethod(statements), expected);

    /// <summary>Checks what is reported, and what the program is after all fixes.</summary>
    public static Task FixesAsync<TFix>(string program, string @fixed)
        where TFix : CodeFixProvider, new() => RunFixesAsync<TFix>(program, @fixed, _ => { });

    /// <summary>Checks what a file is after all fixes, in a project without global usings.</summary>
    public static Task FixesWithoutUsingsAsync<TFix>(string program, string @fixed)
        where TFix : CodeFixProvider, new() => RunFixesAsync<TFix>(program, @fixed, state => state.Sources.RemoveAt(state.Sources.Count - 1));

    private static async Task RunFixesAsync<TFix>(string program, string @fixed, Action<SolutionState> change)
        where TFix : CodeFixProvider, new()
    {
        var test = new CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier> { TestCode = program, FixedCode = @fixed };
        Sdk.Apply(test.TestState);
        Sdk.Apply(test.FixedState);
        change(test.TestState);
        change(test.FixedState);
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        test.SolutionTransforms.Add(SetOptions);
        await test.RunAsync();
    }

    /// <summary>Checks what is reported in statements within a method, and what they are after all fixes.</summary>
    public static Task FixesInMethodAsync<TFix>(string statements, string @fixed)
        where TFix : CodeFixProvider, new() => FixesAsync<TFix>(InMethod(statements), InMethod(@fixed));

    private static async Task RunAsync(string program, Action<SolutionState> change, DiagnosticResult[] expected)
    {
        var test = new CSharpAnalyzerTest<TAnalyzer, DefaultVerifier> { TestCode = program };
        Sdk.Apply(test.TestState);
        change(test.TestState);
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        test.TestState.ExpectedDiagnostics.AddRange(expected);
        test.SolutionTransforms.Add(SetOptions);
        await test.RunAsync();
    }

    private static string InMethod(string statements) =>
        $$"""
        await Task.CompletedTask;

        static class Program2
        {
            public static async Task RunAsync(IStripeClient client)
            {
                await Task.CompletedTask;
                {{statements.ReplaceLineEndings("\n        ")}}
            }
        }
        """;

    private static Solution SetOptions(Solution solution, ProjectId project)
    {
        var compilation = (CSharpCompilationOptions)solution.GetProject(project)!.CompilationOptions!;
        var parsing = (CSharpParseOptions)solution.GetProject(project)!.ParseOptions!;
        return solution
            .WithProjectCompilationOptions(project, compilation
                .WithNullableContextOptions(NullableContextOptions.Enable)
                .WithSpecificDiagnosticOptions(compilation.SpecificDiagnosticOptions
                    .SetItem("CS1701", ReportDiagnostic.Suppress).SetItem("CS1702", ReportDiagnostic.Suppress)))
            .WithProjectParseOptions(project, parsing.WithLanguageVersion(LanguageVersion.CSharp12));
    }
}
