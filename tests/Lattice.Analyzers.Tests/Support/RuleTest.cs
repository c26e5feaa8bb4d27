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
    public static Task ReportsAsync(string program, params DiagnosticResult[] expected) => CreateTest(program, expected).RunAsync();

    /// <summary>Checks what is reported in a file of a project that references a framework for tests.</summary>
    public static async Task ReportsInTestProjectAsync(string program, params DiagnosticResult[] expected)
    {
        CSharpAnalyzerTest<TAnalyzer, DefaultVerifier> test = CreateTest(program, expected);
        test.TestState.AdditionalReferences.Add(Sdk.TestFramework);
        await test.RunAsync();
    }

    /// <summary>Checks what is reported in a project with options for analyzers.</summary>
    public static async Task ReportsWithOptionsAsync(string program, string options, params DiagnosticResult[] expected)
    {
        CSharpAnalyzerTest<TAnalyzer, DefaultVerifier> test = CreateTest(program, expected);
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", options));
        await test.RunAsync();
    }

    /// <summary>Checks what is reported in a project that does not reference an assembly of the SDK.</summary>
    public static async Task ReportsWithoutAsync(string assembly, string program, params DiagnosticResult[] expected)
    {
        CSharpAnalyzerTest<TAnalyzer, DefaultVerifier> test = CreateTest(program, expected);
        test.TestState.AdditionalReferences.RemoveAll(
            reference => reference.Display!.EndsWith($"{assembly}.dll", StringComparison.Ordinal));
        await test.RunAsync();
    }

    /// <summary>Checks what is reported in statements within a method that has a client, named <c>client</c>.</summary>
    public static Task ReportsInMethodAsync(string statements, params DiagnosticResult[] expected) =>
        ReportsAsync(InMethod(statements), expected);

    /// <summary>Checks what is reported, and what the program is after all fixes.</summary>
    public static Task FixesAsync<TFix>(string program, string @fixed, LanguageVersion version = LanguageVersion.CSharp12)
        where TFix : CodeFixProvider, new() => RunFixesAsync<TFix>(program, @fixed, _ => { }, version);

    /// <summary>Checks what a file is after all fixes, in a project without global usings.</summary>
    public static Task FixesWithoutUsingsAsync<TFix>(string program, string @fixed)
        where TFix : CodeFixProvider, new() =>
        RunFixesAsync<TFix>(program, @fixed, state => state.Sources.RemoveAt(state.Sources.Count - 1), LanguageVersion.CSharp12);

    private static async Task RunFixesAsync<TFix>(
        string program, string @fixed, Action<SolutionState> change, LanguageVersion version)
        where TFix : CodeFixProvider, new()
    {
        var test = new CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier> { TestCode = program, FixedCode = @fixed };
        Sdk.Apply(test.TestState);
        Sdk.Apply(test.FixedState);
        change(test.TestState);
        change(test.FixedState);
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        test.SolutionTransforms.Add((solution, project) => SetOptions(solution, project, version));
        await test.RunAsync();
    }

    /// <summary>Checks what is reported in statements within a method, and what they are after all fixes.</summary>
    public static Task FixesInMethodAsync<TFix>(string statements, string @fixed)
        where TFix : CodeFixProvider, new() => FixesAsync<TFix>(InMethod(statements), InMethod(@fixed));

    private static CSharpAnalyzerTest<TAnalyzer, DefaultVerifier> CreateTest(string program, DiagnosticResult[] expected)
    {
        var test = new CSharpAnalyzerTest<TAnalyzer, DefaultVerifier> { TestCode = program };
        Sdk.Apply(test.TestState);
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        test.TestState.ExpectedDiagnostics.AddRange(expected);
        test.SolutionTransforms.Add((solution, project) => SetOptions(solution, project, LanguageVersion.CSharp12));
        return test;
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

    private static Solution SetOptions(Solution solution, ProjectId project, LanguageVersion version)
    {
        var compilation = (CSharpCompilationOptions)solution.GetProject(project)!.CompilationOptions!;
        var parsing = (CSharpParseOptions)solution.GetProject(project)!.ParseOptions!;
        return solution
            .WithProjectCompilationOptions(project, compilation
                .WithNullableContextOptions(NullableContextOptions.Enable)
                .WithSpecificDiagnosticOptions(compilation.SpecificDiagnosticOptions
                    .SetItem("CS1701", ReportDiagnostic.Suppress).SetItem("CS1702", ReportDiagnostic.Suppress)))
            .WithProjectParseOptions(project, parsing.WithLanguageVersion(version));
    }
}
