using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Lattice.TestSupport.Documentation;

/// <summary>C# code in the documentation.</summary>
public static partial class CodeExample
{
    /// <summary>The examples of a page, in order.</summary>
    /// <param name="page">The page's path in the repository.</param>
    public static IEnumerable<string> ReadAll(string page) =>
        Fence().Matches(File.ReadAllText(Path.Combine(Repository.Root, page)).ReplaceLineEndings("\n")).Select(match => match.Groups[1].Value);

    /// <summary>Compiles an example with what the test project references.</summary>
    /// <param name="code">The example. Its usings are moved to the beginning of the file.</param>
    /// <param name="surroundings">A file in which the example replaces the comment <c>// example</c>.</param>
    public static CSharpCompilation Compile(string code, string surroundings)
    {
        string usings = string.Concat(Using().Matches(code).Select(match => match.Value));
        string source = usings + surroundings.Replace("// example", Using().Replace(code, ""), StringComparison.Ordinal);
        string[] references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        return CSharpCompilation.Create(
            "example",
            [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp12))],
            references.Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^using (\w+ = )?[\w.]+;\n", RegexOptions.Multiline)]
    private static partial Regex Using();
}
