using System.CommandLine;
using System.Net.Sockets;
using System.Security.Cryptography;
using Lattice.Slice.Names;
using Lattice.Slice.Output;
using Lattice.Slice.Serving;
using Lattice.Stripe.Testing;

namespace Lattice.Slice.Commands;

/// <summary><c>lattice serve</c>: a stand-in for Stripe on this machine.</summary>
internal static class ServeCommand
{
    private const string Description = """
        Answers as Stripe does, on http://127.0.0.1 and offline, and prints the requests as they come. Every secret key
        is accepted if it is well-formed. Ctrl+C ends it.
        """;

    // Stripe's own mock server listens there, so programs that are tested against it need no other address.
    private const int DefaultPort = 12_111;

    public static Command Create(IReport report)
    {
        Option<int> port = new("--port")
        {
            Description = "The TCP port; 0: one that is free.",
            HelpName = "PORT",
            DefaultValueFactory = _ => DefaultPort,
        };
        port.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !ushort.TryParse(text, out _))
            {
                result.AddError($"--port {text}: a port is a number from 0 to {ushort.MaxValue}.");
            }
        });
        Option<string?> slice = new Option<string?>("--slice")
        {
            Description = "What it knows: a slice.json, beside which stripe.json is, or any OpenAPI document of Stripe's. "
                + "Without it: the slice.json in openapi or here, else the slice of the SDK.",
            HelpName = "FILE",
        }.RefuseEmpty();
        Option<int?> seed = new("--seed")
        {
            Description = "What ids are derived from: the same requests get the same ids. Without it: another number at each start.",
            HelpName = "NUMBER",
        };
        Option<bool> reveal = new("--reveal")
        {
            Description = "Prints the values of all parameters, personal data included. Without it: of enums and booleans alone.",
        };
        var command = new Command("serve", Description.ReplaceLineEndings(" ")) { port, slice, seed, reveal };
        command.SetAction((parsed, cancellationToken) =>
        {
            ServedSlice served = ServedSlice.Find(parsed.GetValue(slice));
            var printer = new RequestPrinter(report, parsed.GetValue(reveal), TimeProvider.System);
            var options = new StripeStandInOptions
            {
                Slice = served.Slice,
                Seed = parsed.GetValue(seed) ?? RandomNumberGenerator.GetInt32(int.MaxValue),
                OnReceived = printer.Print,
            };
            return RunAsync(report, served, options, parsed.GetValue(port), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        IReport report, ServedSlice served, StripeStandInOptions options, int port, CancellationToken cancellationToken)
    {
        using var standIn = new StripeStandIn(options);
        await using StripeStandInServer server = await StartAsync(standIn, port, cancellationToken);
        report.Line(
            $"Listening on {server.BaseAddress} for {Counted.Of(served.Slice.Operations.Count, "operation")} of {served.Name}, "
            + $"API version {served.Slice.ApiVersion}. Ctrl+C ends it.");
        await WaitForAsync(cancellationToken);
        return ExitCodes.Done;
    }

    private static async Task<StripeStandInServer> StartAsync(StripeStandIn standIn, int port, CancellationToken cancellationToken)
    {
        try
        {
            return await StripeStandInServer.StartAsync(standIn, port, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            throw new CommandFailedException(
                $"Port {port} cannot be listened on: {exception.GetBaseException().Message}. "
                + "Name another with --port, or 0 for one that is free.");
        }
    }

    /// <summary>Ends when it is cancelled, which is how a server is ended, and no failure.</summary>
    private static async Task WaitForAsync(CancellationToken cancellationToken)
    {
        var ended = new TaskCompletionSource();
        using CancellationTokenRegistration registration = cancellationToken.Register(ended.SetResult);
        await ended.Task;
    }
}
