using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lattice.TestSupport.Documentation;

/// <summary>A C# example in the documentation. It compiles as it stands: as a program, or as a file of types.</summary>
/// <param name="Page">The file that contains it.</param>
/// <param name="Number">The number of the example in the file, starting at 1.</param>
/// <param name="Code">The code.</param>
public sealed partial record CodeExample(string Page, int Number, string Code)
{
    // What the project of an example has besides the framework. A slice of one's own takes the place of the SDK.
    private const string Sdk = "Lattice.Generated.dll";

    // The oldest C# that generated code compiles with.
    private static readonly CSharpParseOptions s_parsing = new(LanguageVersion.CSharp12);

    public static IReadOnlyList<CodeExample> All { get; } =
    [
        .. Pages.All.SelectMany(page => Pages.ReadBlocks(page).Where(block => block.Language == "csharp")
            .Select((block, index) => new CodeExample(page, index + 1, block.Code))),
    ];

    /// <summary>Whether it needs the package Stripe.net.</summary>
    public bool UsesStripeNet => StripeNet().IsMatch(Code);

    /// <summary>Whether it is a test.</summary>
    public bool IsTest => Code.Contains("[Fact]", StringComparison.Ordinal);

    /// <summary>Whether it uses the types of a slice of one's own, <c>Shop.Payments</c>.</summary>
    public bool UsesOwnSlice => Code.Contains("using Shop.Payments;", StringComparison.Ordinal);

    /// <summary>The rules of the analyzers that its comments say are broken.</summary>
    public IEnumerable<string> BrokenRules => RuleInComment().Matches(Code).Select(match => match.Groups[1].Value).Distinct();

    public static CodeExample Get(string page, int number) => All.Single(example => example.Page == page && example.Number == number);

    private bool IsProgram => Parse().GetCompilationUnitRoot().Members.Any(member => member is GlobalStatementSyntax);

    /// <summary>
    /// Compiles it with what the test project references. An example that has types alone is a file of the project of the examples after it
    /// on its page.
    /// </summary>
    public CSharpCompilation Compile()
    {
        SyntaxTree tree = Parse();
        string[] references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        return CSharpCompilation.Create(
            "example",
            [tree, .. FindUsedFiles(tree), CSharpSyntaxTree.ParseText(ExampleSurroundings.Of(tree), s_parsing)],
            references.Where(path => !UsesOwnSlice || Path.GetFileName(path) != Sdk).Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(
                IsProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable));
    }

    private SyntaxTree Parse() => CSharpSyntaxTree.ParseText(Code, s_parsing, path: $"{Page}#{Number}");

    private IEnumerable<SyntaxTree> FindUsedFiles(SyntaxTree tree)
    {
        HashSet<string> used = [.. tree.GetRoot().DescendantNodes().OfType<IdentifierNameSyntax>().Select(name => name.Identifier.Text)];
        used.ExceptWith(FindTypes(tree));
        return All.Where(other => other.Page == Page && other.Number < Number && !other.IsProgram)
            .Select(other => other.Parse())
            .Where(file => used.Overlaps(FindTypes(file)));
    }

    private static IEnumerable<string> FindTypes(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Select(type => type.Identifier.Text);

    [GeneratedRegex(@"^using (\w+ = )?Stripe;$|\bglobal::Stripe\.", RegexOptions.Multiline)]
    private static partial Regex StripeNet();

    [GeneratedRegex(@"// .*?\b(LAT1\d{3})\b")]
    private static partial Regex RuleInComment();
}
