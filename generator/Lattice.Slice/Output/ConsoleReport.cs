using Spectre.Console;

namespace Lattice.Slice.Output;

/// <summary>The report of a command to the console.</summary>
internal static class ConsoleReport
{
    /// <summary>Creates the report: in color and with progress on a terminal, plain text if the output is redirected.</summary>
    public static IReport Create() =>
        Console.IsOutputRedirected ? new PlainReport(Console.Out) : new TerminalReport(AnsiConsole.Console);
}
