using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Lattice.Slice.Commands;

/// <summary>A command whose help ends with its exit codes and examples.</summary>
/// <param name="examples">Complete command lines, one of each form.</param>
internal sealed class ExampleCommand(string name, string description, params IReadOnlyList<string> examples) : Command(name, description)
{
    public IReadOnlyList<string> Examples => examples;

    /// <summary>The meaning of the exit codes, a line each, if they are more than success and failure.</summary>
    public IReadOnlyList<string> ExitCodes { get; set; } = [];
}

/// <summary>Writes the help of a command, and then its exit codes and examples.</summary>
internal sealed class ExampleHelpAction : SynchronousCommandLineAction
{
    private readonly HelpAction _help = new();

    // Help for a command without its arguments is not an error.
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        int code = _help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is ExampleCommand command)
        {
            Write(parseResult.InvocationConfiguration.Output, "Exit codes:", command.ExitCodes);
            Write(parseResult.InvocationConfiguration.Output, "Examples:", command.Examples);
        }

        return code;
    }

    private static void Write(TextWriter output, string title, IReadOnlyList<string> lines)
    {
        if (lines.Count > 0)
        {
            output.WriteLine(title);
            lines.ToList().ForEach(line => output.WriteLine($"  {line}"));
            output.WriteLine();
        }
    }
}
