using System.Collections.Immutable;
using Lattice.Analyzers;
using Lattice.Stripe.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Lattice.Stripe.Tests;

/// <summary>The rules for code that uses the SDK report nothing in the examples of the documentation.</summary>
public class ReadmeRuleTests
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_rules =
    [
        .. typeof(StripeAnalyzer).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    public static TheoryData<string, int> Examples()
    {
        var examples = new TheoryData<string, int>();
        foreach (ReadmeExample example in ReadmeExample.All)
        {
            examples.Add(example.Page, example.Number);
        }

        return examples;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task No_rule_reports_an_example(string page, int number)
    {
        string code = ReadmeExample.All.Single(example => example.Page == page && example.Number == number).Code;
        Compilation compilation = ReadmeExample.Compile(code);
        if (!code.StartsWith("[Fact]", StringComparison.Ordinal))
        {
            // Some rules are silent in a project with tests, which they recognize by a reference.
            compilation = compilation.RemoveReferences(compilation.References.Where(reference =>
                Path.GetFileName(reference.Display!).StartsWith("xunit", StringComparison.OrdinalIgnoreCase)));
        }

        ImmutableArray<Diagnostic> diagnostics = await compilation.WithAnalyzers(s_rules).GetAllDiagnosticsAsync();

        // AD0001 is an exception in a rule. The examples stand in a method here, where LAT1009 takes a program's client for that of a call.
        Assert.Empty(diagnostics.Where(diagnostic => diagnostic.Id != "LAT1009"
            && (diagnostic.Id == "AD0001" || diagnostic.Id.StartsWith("LAT", StringComparison.Ordinal))));
    }
}
