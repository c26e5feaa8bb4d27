using Lattice.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Lattice.Analyzers.Tests;

/// <summary>Apps as people write them, without the rules in mind: correct code is never reported.</summary>
public class AppsTests
{
    private static readonly string s_apps = Path.Combine(Repository.Root, "tests", "Lattice.Analyzers.Tests", "Apps");

    public static TheoryData<string> Apps =>
        [.. Directory.EnumerateDirectories(s_apps).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Apps))]
    public async Task Nothing_is_reported_in_a_correct_app(string app)
    {
        CSharpCompilation compilation = Compile(app);

        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        Assert.Empty(await AllRules.RunAsync(compilation));
    }

    /// <summary>Code that is being written has errors anywhere. The positions are the same in each run.</summary>
    [Theory]
    [MemberData(nameof(Apps))]
    public async Task No_rule_fails_on_a_file_that_ends_anywhere(string app)
    {
        var random = new Random(app.Length);
        CSharpCompilation compilation = Compile(app);
        foreach (SyntaxTree tree in compilation.SyntaxTrees.Where(tree => tree.FilePath.StartsWith(s_apps, StringComparison.Ordinal)))
        {
            string text = tree.ToString();
            for (int i = 0; i < 4; i++)
            {
                SyntaxTree truncated = CSharpSyntaxTree.ParseText(
                    text[..random.Next(text.Length)], (CSharpParseOptions)tree.Options, tree.FilePath);

                await AllRules.RunAsync(compilation.ReplaceSyntaxTree(tree, truncated));
            }
        }
    }

    private static CSharpCompilation Compile(string app)
    {
        (string, string)[] files =
        [
            .. Directory.EnumerateFiles(Path.Combine(s_apps, app), "*.cs").Order(StringComparer.Ordinal)
                .Select(path => (path, File.ReadAllText(path))),
        ];
        CSharpCompilation compilation = AllRules.Compile(
            files, app == "LegacyBridge" ? NullableContextOptions.Disable : NullableContextOptions.Enable);
        return compilation.GetEntryPoint(CancellationToken.None) is null
            ? compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.DynamicallyLinkedLibrary))
            : compilation;
    }
}
