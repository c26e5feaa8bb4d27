using System.IO.Enumeration;
using System.Text.RegularExpressions;

namespace Lattice.TestSupport.Documentation;

/// <summary>The documentation: every Markdown file of this repository.</summary>
public static partial class Pages
{
    // The output of builds and tests, and folders of tools.
    private static readonly string[] s_otherFolders = ["bin", "obj", "artifacts", "TestResults", "BenchmarkDotNet.Artifacts", "node_modules"];

    // Why a file is no page whose examples are tested.
    private static readonly Dictionary<string, string> s_others = new()
    {
        ["*.verified.md"] = "what a test expects of the tool's output",
        ["*.received.md"] = "what a failed test got from the tool",
    };

    /// <summary>The paths in the repository, with slashes.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Find(Repository.Root)
            .Where(file => !s_others.Keys.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, Path.GetFileName(file))))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The text of a page.</summary>
    public static string Read(string page) => File.ReadAllText(Path.Combine(Repository.Root, page)).ReplaceLineEndings("\n");

    /// <summary>The blocks of code on a page, in order. The language of a block that names none is empty.</summary>
    public static IEnumerable<(string Language, string Code)> ReadBlocks(string page) =>
        Block().Matches(Read(page)).Select(match => (match.Groups[2].Value, Unindent(match.Groups[3].Value, match.Groups[1].Value)));

    private static IEnumerable<string> Find(string folder) => Directory.EnumerateFiles(folder, "*.md").Concat(
        Directory.EnumerateDirectories(folder).Where(IsPartOfRepository).SelectMany(Find));

    private static bool IsPartOfRepository(string folder) =>
        Path.GetFileName(folder) is var name && (name == ".github" || name[0] != '.') && !s_otherFolders.Contains(name);

    private static string Unindent(string code, string indentation) =>
        indentation.Length == 0 ? code : code.Replace("\n" + indentation, "\n", StringComparison.Ordinal)[indentation.Length..];

    [GeneratedRegex("^( *)```([^\n`]*)\n(.*?)^ *```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();
}
