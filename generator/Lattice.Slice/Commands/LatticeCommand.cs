using System.CommandLine;
using System.CommandLine.Help;
using Lattice.Slice.Output;

namespace Lattice.Slice.Commands;

/// <summary>The command <c>lattice</c>.</summary>
internal static class LatticeCommand
{
    private const string Description =
        "Chooses which of Stripe's create operations the SDK is compiled from, says what a newer specification changes, "
        + "and answers as Stripe does.";

    // How long a command has to come to its end after Ctrl+C, before the process is ended without it.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    /// <summary>Runs a command line.</summary>
    /// <param name="error">Where it says why it could not do it.</param>
    /// <param name="cancellationToken">Ends it early, as Ctrl+C does.</param>
    /// <returns>One of <see cref="ExitCodes"/>, or what a command that compares has found.</returns>
    public static async Task<int> RunAsync(
        string[] args, IReport report, TextWriter output, TextWriter error, CancellationToken cancellationToken = default)
    {
        ParseResult parsed = Create(report).Parse(args);
        var invocation = new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = s_patience,
        };
        try
        {
            int code = await parsed.InvokeAsync(invocation, cancellationToken);
            return parsed.Errors.Count > 0 ? ExitCodes.Failed : code;
        }
        catch (CommandFailedException exception)
        {
            await error.WriteLineAsync($"lattice: {exception.Message}");
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("lattice: cancelled; nothing was changed.");
        }
        catch (Exception exception)
        {
            // A mistake of ours must not look like the response of a comparison.
            await error.WriteLineAsync($"lattice: an unexpected error. Please report it.\n{exception}");
        }

        return ExitCodes.Failed;
    }

    // A root command would be called as the file is in which the tool is.
    private static Command Create(IReport report) => new("lattice", Description)
    {
        new HelpOption(),
        new VersionOption(),
        InitCommand.Create(report),
        ListCommand.Create(report),
        AddCommand.Create(report),
        RemoveCommand.Create(report),
        SliceCommand.Create(report),
        CheckCommand.Create(report),
        ServeCommand.Create(report),
    };
}
