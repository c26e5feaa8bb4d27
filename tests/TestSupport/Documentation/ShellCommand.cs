using System.Text.RegularExpressions;

namespace Lattice.TestSupport.Documentation;

/// <summary>A command in the documentation: a line of a block, or a command within a sentence.</summary>
/// <param name="Page">The file that contains it.</param>
/// <param name="Text">The command, without a comment.</param>
public sealed partial record ShellCommand(string Page, string Text)
{
    // A command within a sentence starts with one of these.
    private static readonly string[] s_programs = ["lattice ", "dotnet "];

    /// <summary>The commands that belong together: those of one block, in order, or a single one.</summary>
    public static IReadOnlyList<IReadOnlyList<ShellCommand>> Blocks { get; } =
        [.. Pages.All.SelectMany(page => FindBlocks(page).Concat(FindSingle(page)))];

    public static IEnumerable<ShellCommand> All => Blocks.SelectMany(block => block);

    /// <summary>The program and its arguments, without quotation marks.</summary>
    public IReadOnlyList<string> Words => [.. Word().Matches(Text).Select(match => match.Value.Trim('"', '\''))];

    private static IEnumerable<IReadOnlyList<ShellCommand>> FindBlocks(string page) => Pages.ReadBlocks(page)
        .Select(block => block.Language switch
        {
            "sh" => block.Code.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n').Where(line => line.Trim().Length > 0),

            // The output of a command, below the command itself.
            "" => block.Code.Split('\n').Where(line => line.StartsWith("$ ", StringComparison.Ordinal)).Select(line => line[2..]),
            _ => [],
        })
        .Select(lines => lines.Select(line => new ShellCommand(page, Comment().Replace(line, "").Trim())).ToList())
        .Where(commands => commands.Count > 0);

    private static IEnumerable<IReadOnlyList<ShellCommand>> FindSingle(string page) =>
        Span().Matches(Pages.Read(page)).Select(match => match.Groups[1].Value.Replace('\n', ' '))
            .Where(text => s_programs.Any(program => text.StartsWith(program, StringComparison.Ordinal)))
            .Select(text => (IReadOnlyList<ShellCommand>)[new ShellCommand(page, text)]);

    [GeneratedRegex("\"[^\"]*\"|'[^']*'|\\S+")]
    private static partial Regex Word();

    [GeneratedRegex(@"(^|\s+)#.*$")]
    private static partial Regex Comment();

    [GeneratedRegex("(?<!`)`([^`]+)`(?!`)")]
    private static partial Regex Span();
}
