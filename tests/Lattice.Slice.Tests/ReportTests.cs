using Lattice.Slice.Output;
using Spectre.Console;

namespace Lattice.Slice.Tests;

/// <summary>How a report looks, in a file and on a terminal.</summary>
public class ReportTests
{
    [Fact]
    public void In_a_file_columns_are_aligned_and_nothing_is_cut()
    {
        using var output = new StringWriter { NewLine = "\n" };
        string path = "POST /v1/" + new string('x', 300);

        new PlainReport(output).Table(["Operation", "KB"], [[path, "1.0"], ["POST /v1/a", "12.5"]]);

        Assert.Equal($"Operation{new string(' ', 302)}KB\n{path}  1.0\nPOST /v1/a{new string(' ', 301)}12.5\n", output.ToString());
    }

    [Fact]
    public async Task On_a_terminal_there_is_a_table_and_text_is_no_markup()
    {
        using var output = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        var report = new TerminalReport(console);

        int response = await report.WaitFor("Reading [spec]", () => Task.FromResult(42));
        report.Line("[red]");
        report.Table(["Place"], [["[/a]"]]);

        Assert.Equal(42, response);
        Assert.Contains("[red]", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("[/a]", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("╭", output.ToString(), StringComparison.Ordinal);
    }
}
