using System.CommandLine;
using Lattice.Slice.Commands;
using Lattice.Slice.Output;

namespace Lattice.Slice.Tests.Commands;

/// <summary>The help of each command.</summary>
public class HelpTests
{
    public static TheoryData<string> Commands => [.. Create().Subcommands.Select(command => command.Name)];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Help_ends_with_examples(string name)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();

        int code = await LatticeCommand.RunAsync([name, "--help"], new PlainReport(output, new ErrorOutput(error)), output, error);

        Assert.Equal((0, ""), (code, error.ToString()));
        string[] examples = output.ToString().ReplaceLineEndings("\n").Split("\nExamples:\n")[1].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(examples, example => Assert.StartsWith($"  lattice {name}", example, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Each_option_has_an_example_that_is_a_valid_command_line(string name)
    {
        Command command = Create().Subcommands.Single(command => command.Name == name);
        IReadOnlyList<string> examples = ((ExampleCommand)command).Examples;

        // The options for the kinds of operations are alike.
        string[] alike = ["--create", "--list", "--search", "--delete", "--actions"];
        Assert.All(
            command.Options.Select(option => option.Name).Except(alike),
            option => Assert.Contains(examples, example => example.Split(' ').Contains(option)));
        Assert.All(examples, example =>
            Assert.Empty(Create().Parse(System.CommandLine.Parsing.CommandLineParser.SplitCommandLine(example).Skip(1).ToArray()).Errors));
    }

    private static Command Create() => LatticeCommand.Create(new PlainReport(TextWriter.Null, new ErrorOutput(TextWriter.Null)));
}
