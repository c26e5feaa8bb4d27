using Spectre.Console;

namespace Lattice.Slice.Output;

/// <summary>Writes what is not a result of the command: errors, warnings, and on a terminal the progress of work.</summary>
/// <param name="writer">The writer for messages.</param>
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

    /// <summary>Writes a message, and what belongs to it below, a line each.</summary>
    public void Message(string text, params IEnumerable<string> details)
    {
        foreach (string line in details.Select(detail => $"  {Convert(detail)}").Prepend($"lattice: {Convert(text)}"))
        {
            WriteLine(line);
        }
    }

    /// <summary>Shows that work is in progress.</summary>
    /// <param name="work">The work, which can replace the description by the text that it passes to its argument.</param>
    public Task<T> WaitFor<T>(string description, Func<Action<string>, Task<T>> work) => terminal is null
        ? work(_ => { })
        : terminal.Status().StartAsync(Show(description), status => work(text => status.Status = Show(text)));

    private void WriteLine(string line)
    {
        if (terminal is null)
        {
            writer.WriteLine(line);
            return;
        }

        // Without the console's own wrapping, which breaks words.
        foreach (string part in TextWrapper.Wrap(line, terminal.Profile.Width, indent: 2))
        {
            terminal.Profile.Out.Writer.WriteLine(part);
        }
    }

    private string Show(string status) => Markup.Escape(Convert(status));

    private string Convert(string text) => convert is null ? text : convert(text);
}
