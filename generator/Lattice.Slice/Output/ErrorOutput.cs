using Spectre.Console;

namespace Lattice.Slice.Output;

/// <summary>Writes what is not a result of the command: warnings, and on a terminal the progress of work.</summary>
/// <param name="writer">The writer for warnings.</param>
/// <param name="terminal">The terminal that replaces the writer; <see langword="null"/> if the output goes to a file, a pipe or a log.</param>
internal sealed class ErrorOutput(TextWriter writer, IAnsiConsole? terminal = null)
{
    /// <summary>Creates the output to standard error.</summary>
    public static ErrorOutput Create()
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        bool canUpdate = !Console.IsErrorRedirected && console.Profile.Capabilities is { Ansi: true, Interactive: true };
        return new ErrorOutput(Console.Error, canUpdate ? console : null);
    }

    public void Warning(string text)
    {
        string line = $"lattice: {text}";
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
        : terminal.Status().StartAsync(Markup.Escape(description), status => work(text => status.Status = Markup.Escape(text)));
}
