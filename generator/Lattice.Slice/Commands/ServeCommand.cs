using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Lattice.Slice.Output;
using Lattice.Slice.Serving;
using Lattice.Stripe.Testing;

namespace Lattice.Slice.Commands;

/// <summary><c>lattice serve</c>: runs a stand-in for Stripe on this machine.</summary>
internal static class ServeCommand
{
    private const string Description = """
        Runs an offline Stripe, by default on http://127.0.0.1, and prints each request. Every well-formed secret key is accepted.
        Press Ctrl+C to stop.
        """;

    public static Command Create(IReport report)
    {
        var options = new ServeOptions();
        var command = new ExampleCommand(
            "serve",
            Description.ReplaceLineEndings(" "),
            "lattice serve",
            "lattice serve --port 0 --seed 1",
            "lattice serve --slice spec3.json",
            "lattice serve --host 0.0.0.0",
            "lattice serve --reveal",
            "lattice serve --allow-unlisted-values")
        {
            options.Host, options.Port, options.Slice, options.Seed, options.Reveal, options.AllowUnlistedValues,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            ServedSlice served = ServedSlice.Find(parsed.GetValue(options.Slice));
            var printer = new RequestPrinter(report, parsed.GetValue(options.Reveal), TimeProvider.System);
            var settings = new StripeStandInOptions
            {
                Slice = served.Slice,
                Seed = parsed.GetValue(options.Seed) ?? RandomNumberGenerator.GetInt32(int.MaxValue),
                AllowUnlistedValues = parsed.GetValue(options.AllowUnlistedValues),
                OnReceived = printer.Print,
            };
            return RunAsync(report, served, settings, options.GetEndpoint(parsed), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        IReport report, ServedSlice served, StripeStandInOptions options, IPEndPoint endpoint, CancellationToken cancellationToken)
    {
        // Ctrl+C is handled as soon as the caller has this task, which has to be before the server says that it listens.
        await Task.Yield();
        using var standIn = new StripeStandIn(options);
        await using StripeStandInServer server = await StartAsync(standIn, endpoint, cancellationToken);
        report.Line(
            $"Listening on {server.BaseAddress} for {Counted.Of(served.Slice.Operations.Count, "operation")} of {served.Name}, "
            + $"API version {served.Slice.ApiVersion}. Press Ctrl+C to stop.");
        if (!IPAddress.IsLoopback(endpoint.Address))
        {
            report.Line(
                $"Warning: {endpoint.Address} is not a loopback address, so other machines can call this server. It accepts every "
                + "well-formed key: send it no personal data.");
        }

        await WaitForAsync(cancellationToken);
        return ExitCodes.Done;
    }

    private static async Task<StripeStandInServer> StartAsync(
        StripeStandIn standIn, IPEndPoint endpoint, CancellationToken cancellationToken)
    {
        try
        {
            return await StripeStandInServer.StartAsync(standIn, endpoint.Port, endpoint.Address, cancellationToken);
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.AddressNotAvailable)
        {
            throw new CommandFailedException(
                $"Cannot listen on {endpoint.Address}: this machine does not have the address. Choose another address with --host, or 0.0.0.0 "
                + "for all.");
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            throw new CommandFailedException(
                $"Cannot listen on port {endpoint.Port}: {exception.GetBaseException().Message}. "
                + "Choose another port with --port, or 0 for any free port.");
        }
    }

    /// <summary>Waits for cancellation, which is the normal way to stop the server.</summary>
    private static async Task WaitForAsync(CancellationToken cancellationToken)
    {
        var ended = new TaskCompletionSource();
        using CancellationTokenRegistration registration = cancellationToken.Register(ended.SetResult);
        await ended.Task;
    }
}
