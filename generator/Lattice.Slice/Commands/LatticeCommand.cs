using System.CommandLine;
using System.CommandLine.Help;
using Lattice.Slice.Files;
using Lattice.Slice.Output;

namespace Lattice.Slice.Commands;

/// <summary>The <c>lattice</c> command.</summary>
internal static class LatticeCommand
{
    private const string Description =
        "Selects the Stripe operations that the SDK is compiled from, reports what a newer specification changes, "
        + "and serves an offline Stripe.";

    // How long a command may take to end after Ctrl+C before the process is terminated.
    private static readonly TimeSpan s_terminationTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Runs a command line.</summary>
    /// <param name="error">The writer for the reason of a failure.</param>
    /// <param name="cancellationToken">Cancels the command, as Ctrl+C does.</param>
    /// <returns>One of <see cref="ExitCodes"/>, or the result of <c>lattice check</c>.</returns>
    public static async Task<int> RunAsync(
        string[] args, IReport report, TextWriter output, TextWriter error, CancellationToken cancellationToken = default)
    {
        // Everything that a command prints goes through these.
        report = new EscapingReport(report);
        output = new EscapingWriter(output);
        error = new EscapingWriter(error);
        ParseResult parsed = Create(report).Parse(args);
        if (parsed.Errors.Count > 0 && args.Length > 0)
        {
            CommandLineErrors.Write(parsed, report.Error);
            return ExitCodes.Failed;
        }

        var invocation = new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = s_terminationTimeout,
        };
        try
        {
            int code = await parsed.InvokeAsync(invocation, cancellationToken);
            return parsed.Errors.Count > 0 ? ExitCodes.Failed : code;
        }
        catch (CommandFailedException exception)
        {
            report.Error.Message(exception.Message, exception.Details);
        }
        catch (OperationCanceledException)
        {
            report.Error.Message("canceled; no file has changed.");
        }
        catch (IOException exception)
        {
            // Commands handle the errors of files; what is left is a full disk or a closed program behind standard output.
            report.Error.Message($"cannot write the output: {FileErrors.Describe(exception)}");
        }
        catch (Exception exception)
        {
            // A bug must not have the exit code of a comparison.
            await error.WriteLineAsync($"lattice: unexpected error. Please report it with this text.\n{exception}");
        }

        return ExitCodes.Failed;
    }

    /// <summary>Creates the command with its subcommands.</summary>
    // Not a RootCommand, whose name would be that of the tool's file.
    public static Command Create(IReport report)
    {
        Command lattice = CreateAll(report);
        foreach (Argument argument in lattice.Subcommands.SelectMany(command => command.Arguments))
        {
            argument.RejectOptions();
        }

        return lattice;
    }

    private static Command CreateAll(IReport report) => new("lattice", Description)
    {
        new HelpOption { Action = new ExampleHelpAction() },
        new VersionOption(),
        InitCommand.Create(report),
        ListCommand.Create(report),
        AddCommand.Create(report),
        RemoveCommand.Create(report),
        ExpandCommand.Create(report),
        RenameCommand.Create(report),
        SecretCommand.Create(report),
        SliceCommand.Create(report),
        CheckCommand.Create(report),
        ServeCommand.Create(report),
    };
}
