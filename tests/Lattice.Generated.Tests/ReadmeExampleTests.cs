using Lattice.TestSupport.Documentation;
using Microsoft.CodeAnalysis;

namespace Lattice.Stripe.Tests;

/// <summary>Every C# example in the documentation compiles as it stands, without a warning, and those that are tests pass.</summary>
public class ReadmeExampleTests
{
    // The others are tested with the package Stripe.net.
    public static TheoryData<string, int> Examples => ExampleData.Of(example => !example.UsesStripeNet);

    public static TheoryData<string, int> Tests => ExampleData.Of(example => example.IsTest && !example.UsesStripeNet);

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_compiles(string page, int number)
    {
        List<string> warnings = FindWarnings(CodeExample.Get(page, number));

        Assert.True(warnings.Count == 0, string.Join('\n', warnings));
    }

    [Theory]
    [MemberData(nameof(Tests))]
    public async Task A_test_passes(string page, int number) =>
        Assert.NotEqual(0, await LoadedExample.Load(CodeExample.Get(page, number)).RunTestsAsync());

    [Theory]
    [InlineData("using Lattice.Stripe;\n\nAccountLink link = await AccountLink.CreateAsync(client, new());\nConsole.WriteLine(link.Url);\n", 0)]
    [InlineData("using Lattice.Stripe;\n\nAccountLink link = await AccountLink.CreateAsync(client, new());\nConsole.WriteLine(link.Uri);\n", 1)]
    [InlineData("AccountLink link = new();\n", 1)]
    [InlineData("using Lattice.Stripe;\n\npublic delegate void Log(ILogger logger);\n", 1)]
    public void An_example_has_only_what_it_states(string code, int count) =>
        Assert.Equal(count, FindWarnings(new CodeExample("page.md", 1, code)).Count);

    // The compiler's own warning about what is deprecated is the one that LAT1011 takes the place of.
    private static List<string> FindWarnings(CodeExample example) =>
        [.. example.Compile().GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Where(diagnostic => diagnostic.Id != "CS0618" || !example.BrokenRules.Contains("LAT1011"))
            .Select(diagnostic => diagnostic.ToString())];
}
