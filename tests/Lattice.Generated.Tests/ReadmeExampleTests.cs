using Lattice.Stripe.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Lattice.Stripe.Tests;

/// <summary>Every C# example in the documentation compiles.</summary>
public class ReadmeExampleTests
{
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
    public void An_example_compiles(string page, int number) =>
        Assert.Empty(Compile(ReadmeExample.All.Single(example => example.Page == page && example.Number == number).Code));

    [Fact]
    public void An_example_that_does_not_compile_is_reported() =>
        Assert.Single(Compile("AccountLink link = await AccountLink.CreateAsync(client, parameters); Use(link.Uri);"));

    private static List<string> Compile(string code) =>
        [.. ReadmeExample.Compile(code).GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString())];
}
