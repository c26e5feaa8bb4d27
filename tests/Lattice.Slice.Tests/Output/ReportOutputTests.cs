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

        new PlainReport(output, new ErrorOutput(TextWriter.Null)).Table(["Operation", "KB"], [[path, "1.0"], ["POST /v1/a", "12.5"]]);

        Assert.Equal($"Operation{new string(' ', 302)}KB\n{path}  1.0\nPOST /v1/a{new string(' ', 301)}12.5\n", output.ToString());
    }

    [Fact]
    public void Terminal_output_has_tables_and_escapes_markup()
    {
        using var output = new StringWriter();
        IAnsiConsole console = CreateTerminal(output);
        var report = new TerminalReport(console, new ErrorOutput(TextWriter.Null));

        report.Line("[red]");
        report.Table(["Location"], [["[/a]"]]);

        Assert.Contains("[red]", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("[/a]", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("╭", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_and_warnings_are_shown_on_a_terminal()
    {
        using var output = new AwaitableWriter();
        var error = new ErrorOutput(TextWriter.Null, CreateTerminal(output));

        int result = await error.WaitFor("Reading [spec]", async progress =>
        {
            await output.WaitForAsync("Reading [spec]");
            progress("[half]");
            await output.WaitForAsync("[half]");
            return 42;
        });
        error.Message("[full]");

        Assert.Equal(42, result);
        Assert.EndsWith("lattice: [full]\n", output.ToString().ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_progress_on_a_terminal_has_no_control_characters_of_others()
    {
        using var output = new AwaitableWriter();
        var error = new ErrorOutput(TextWriter.Null, CreateTerminal(output));
        var report = new EscapingReport(new PlainReport(TextWriter.Null, error));

        await report.Error.WaitFor("Reading a\u009bb", async progress =>
        {
            await output.WaitForAsync("Reading a\\u009bb");
            progress("Downloading c\u009bd");
            await output.WaitForAsync("Downloading c\\u009bd");
            return 42;
        });

        Assert.DoesNotContain("\u009b", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_terminal_there_are_only_warnings()
    {
        using var output = new StringWriter();
        var error = new ErrorOutput(output);

        int result = await error.WaitFor("Reading", progress =>
        {
            progress("half");
            return Task.FromResult(42);
        });
        error.Message("full");

        Assert.Equal((42, $"lattice: full{Environment.NewLine}"), (result, output.ToString()));
    }

    private static IAnsiConsole CreateTerminal(StringWriter output) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = AnsiSupport.Yes,
        Interactive = InteractionSupport.Yes,
        Out = new AnsiConsoleOutput(output),
    });

    /// <summary>Waits for a text that another thread writes.</summary>
    private sealed class AwaitableWriter : StringWriter
    {
        private (string Text, TaskCompletionSource Written)? _awaited;

        public Task WaitForAsync(string text)
        {
            var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited = (text, written);
            return written.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }

        public override void Write(string? value)
        {
            base.Write(value);
            if (_awaited is { } awaited && value!.Contains(awaited.Text, StringComparison.Ordinal))
            {
                awaited.Written.TrySetResult();
            }
        }
    }
}
