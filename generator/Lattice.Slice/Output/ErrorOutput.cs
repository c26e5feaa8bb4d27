using Spectre.Console;

namespace Lattice.Slice.Output;

/// <summary>Writes what is not a result of the command: warnings, and on a terminal the progress of work.</summary>
/// <param name="writer">The writer for warnings.</param>
/// <param name="terminal">The terminal that replaces the writer; <see langword="null"/> if the output goes to a file, a pipe or a log.</param>
/// <param name="convert">Converts each text, such as to escape it; <see langword="null"/> to write it as it is.</param>
internal sealed class ErrorOutput(TextWriter writer, IAnsiConsole? terminal = null, Func<string, string>? convert = null)
{
    /// <summary>Creates the output to standard error.</summary>
    public static ErrorOutput Create()
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        bool canUpdate = !Console.IsErrorRedirected && console.Profile.Capabilities is { Ansi: true, Interactive: true };
        return new ErrorOutput(Console.Error, canUpdate ? console : null);
    }

    /// <summary>The same output, which converts each text before it is written.</summary>
    public ErrorOutput With(Func<string, string> convert) => new(writer, terminal, convert);

    public void Warning(string text)
    {
        string line = $"lattice: {Convert(text)}";
        if (terminal is null)
        {
            writer.WriteLine(line);
        }
        else
        {
            terminal.WriteLine(line);
        }
    }

    /// <summary>Shows that work is in progress.</summary>
    /// <param name="work">The work, which can replace the description by the text that it passes to its argument.</param>
    public Task<T> WaitFor<T>(string description, Func<Action<string>, Task<T>> work) => terminal is null
        ? work(_ => { })
        : terminal.Status().StartAsync(Show(description), status => work(text => status.Status = Show(text)));

    private string Show(string status) => Markup.Escape(Convert(status));

    private string Convert(string text) => convert is null ? text : convert(text);
}
