using System.Globalization;
using Lattice.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Lattice.Analyzers.Tests;

/// <summary>What is true of all rules.</summary>
public class RuleListTests
{
    private static readonly string s_documentation = File.ReadAllText(Path.Combine(Repository.Root, "generator", "diagnostics.md"));
    private static readonly string s_readme =
        File.ReadAllText(Path.Combine(Repository.Root, "generator", "Lattice.Analyzers", "README.md"));

    public static TheoryData<string> Ids => [.. Descriptors.Keys.Order(StringComparer.Ordinal)];

    private static Dictionary<string, DiagnosticDescriptor> Descriptors { get; } = AllRules.Analyzers
        .SelectMany(analyzer => analyzer is Microsoft.CodeAnalysis.Diagnostics.DiagnosticSuppressor ? [] : analyzer.SupportedDiagnostics)
        .Distinct()
        .ToDictionary(descriptor => descriptor.Id);

    [Fact]
    public void There_are_eleven_rules() =>
        Assert.Equal(Enumerable.Range(1001, 11).Select(number => $"LAT{number}"), Descriptors.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_is_documented_with_an_example(string id)
    {
        string[] sections = s_documentation.Split("\n## ");
        string section = Assert.Single(sections, section => section.StartsWith(id + "\n", StringComparison.Ordinal));

        Assert.Contains("```csharp", section, StringComparison.Ordinal);
        Assert.Contains("What to do:", section, StringComparison.Ordinal);
        Assert.Contains($"| {id} |", s_readme, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_message_is_a_sentence_without_a_final_period(string id)
    {
        string message = Descriptors[id].MessageFormat.ToString(CultureInfo.InvariantCulture);

        Assert.DoesNotMatch(@"^[^.]*\.$", message);
        Assert.DoesNotContain("  ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_fix_fixes_all_places_of_a_project_and_is_for_a_rule()
    {
        CodeFixProvider[] fixes =
        [
            .. typeof(CodeFixes.UnknownValueFix).Assembly.GetTypes()
                .Where(type => typeof(CodeFixProvider).IsAssignableFrom(type) && !type.IsAbstract)
                .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!),
        ];

        Assert.Equal(
            ["LAT1001", "LAT1002", "LAT1004", "LAT1005", "LAT1007", "LAT1008", "LAT1011"],
            fixes.SelectMany(fix => fix.FixableDiagnosticIds).Distinct().Order(StringComparer.Ordinal));
        Assert.All(fixes, fix => Assert.Contains(FixAllScope.Project, fix.GetFixAllProvider()!.GetSupportedFixAllScopes()));
    }
}
