using System.Text.RegularExpressions;
using Lattice.Slice.Commands;
using Lattice.Slice.Output;
using Lattice.TestSupport.Documentation;

namespace Lattice.Slice.Tests.Support;

/// <summary>The <c>lattice</c> commands in the documentation, without the word <c>lattice</c>.</summary>
internal static partial class PageCommand
{
    private const string InThisRepository = "dotnet run --project generator/Lattice.Slice -- ";

    /// <summary>The names of the subcommands.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Create().Subcommands.Select(command => command.Name)];

    /// <summary>Returns the commands that a command of a page stands for: an optional part in brackets makes two.</summary>
    public static IEnumerable<string> Read(ShellCommand command)
    {
        string text = command.Text.StartsWith(InThisRepository, StringComparison.Ordinal)
            ? string.Concat("lattice ", command.Text.AsSpan(InThisRepository.Length))
            : command.Text;
        if (!text.StartsWith("lattice ", StringComparison.Ordinal))
        {
            return [];
        }

        string arguments = text["lattice ".Length..].Split(" || ")[0];
        string without = Optional().Replace(arguments, "");
        string with = arguments.Replace("[words]", "customers", StringComparison.Ordinal)
            .Replace("FILE", "spec3.json", StringComparison.Ordinal).Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        return new[] { without, with }.Distinct();
    }

    public static string[] Split(string command) => [.. new ShellCommand("", command).Words];

    /// <summary>The errors that the tool reports for a command line before it runs it.</summary>
    public static IReadOnlyList<string> FindErrors(string[] words) => [.. Create().Parse(words).Errors.Select(error => error.Message)];

    private static System.CommandLine.Command Create() =>
        LatticeCommand.Create(new PlainReport(TextWriter.Null, new ErrorOutput(TextWriter.Null)));

    [GeneratedRegex(@" ?\[[^\]]*\]")]
    private static partial Regex Optional();
}
