using System.Collections.Immutable;
using Lattice.Analyzers;
using Lattice.TestSupport.Documentation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Lattice.Stripe.Tests;

/// <summary>
/// The rules for code that uses the SDK report in the examples of the documentation what their comments say, and nothing else.
/// </summary>
public class ReadmeRuleTests
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_rules =
    [
        .. typeof(StripeAnalyzer).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    public static TheoryData<string, int> Examples => ExampleData.Of(example => !example.UsesStripeNet);

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task The_rules_report_what_an_example_says(string page, int number)
    {
        CodeExample example = CodeExample.Get(page, number);
        Compilation compilation = example.Compile();
        if (!example.IsTest)
        {
            // Some rules are silent in a project with tests, which they recognize by a reference.
            compilation = compilation.RemoveReferences(compilation.References.Where(reference =>
                Path.GetFileName(reference.Display!).StartsWith("xunit", StringComparison.OrdinalIgnoreCase)));
        }

        ImmutableArray<Diagnostic> diagnostics = await compilation.WithAnalyzers(s_rules).GetAllDiagnosticsAsync();

        // AD0001 is an exception in a rule.
        Assert.Equal(
            example.BrokenRules.Order(StringComparer.Ordinal),
            diagnostics.Select(diagnostic => diagnostic.Id)
                .Where(id => id == "AD0001" || id.StartsWith("LAT", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal));
    }
}
