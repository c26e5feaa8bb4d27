using Spectre.Console;

namespace Lattice.Slice.Output;

/// <summary>The report of a command to the console.</summary>
internal static class ConsoleReport
{
    /// <summary>Creates the report: in color on a terminal, plain text if the output is redirected.</summary>
    public static IReport Create()
    {
        var error = ErrorOutput.Create();
        return Console.IsOutputRedirected ? new PlainReport(Console.Out, error) : new TerminalReport(AnsiConsole.Console, error);
    }
}
