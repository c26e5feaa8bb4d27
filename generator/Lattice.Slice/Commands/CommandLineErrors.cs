using System.CommandLine;
using System.CommandLine.Parsing;
using Lattice.Slice.Output;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Commands;

/// <summary>The errors of a command line that cannot be run.</summary>
internal static class CommandLineErrors
{
    public static void Write(ParseResult parsed, ErrorOutput output)
    {
        Command command = parsed.CommandResult.Command;
        IEnumerable<string> messages = parsed.UnmatchedTokens.Count > 0
            ? parsed.UnmatchedTokens.Select(token => DescribeUnmatched(command, token))
            : parsed.Errors.Select(error => error.Message).Distinct(StringComparer.Ordinal);
        foreach (string message in messages)
        {
            output.Message(message);
        }

        string path = string.Join(' ', GetPath(parsed.CommandResult));
        output.Message($"To see what it takes, run `{path} --help`.");
    }

    /// <summary>The error for a text that is neither an option nor an argument of a command.</summary>
    public static string DescribeUnmatched(Command command, string token)
    {
        IEnumerable<string> names = token.StartsWith('-')
            ? command.Options.Select(option => option.Name)
            : command.Subcommands.Select(subcommand => subcommand.Name);
        return $"{command.Name} has no {(token.StartsWith('-') ? "option" : command.Subcommands.Count > 0 ? "command" : "argument")} "
            + $"\"{token}\".{NameSuggestions.Suggest(names, token)}";
    }

    private static IEnumerable<string> GetPath(CommandResult result) =>
        result.Parent is CommandResult parent ? GetPath(parent).Append(result.Command.Name) : [result.Command.Name];
}
