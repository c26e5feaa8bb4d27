using Lattice.Slice.Output;
using Spectre.Console;

namespace Lattice.Slice.Tests.Output;

/// <summary>Output to a file and to a terminal.</summary>
public class ReportOutputTests
{
    [Fact]
    public void Plain_output_aligns_columns_and_does_not_truncate()
    {
        using var output = new StringWriter { NewLine = "\n" };
        string path = "POST /v1/" + new string('x', 300);

        new PlainReport(output).Table(["Operation", "KB"], [[path, "1.0"], ["POST /v1/a", "12.5"]]);

        Assert.Equal($"Operation{new string(' ', 302)}KB\n{path}  1.0\nPOST /v1/a{new string(' ', 301)}12.5\n", output.ToString());
    }

    [Fact]
    public async Task Terminal_output_has_tables_and_escapes_markup()
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
        report.Table(["Location"], [["[/a]"]]);

        Assert.Equal(42, response);
        Assert.Contains("[red]", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("[/a]", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("╭", output.ToString(), StringComparison.Ordinal);
    }
}
