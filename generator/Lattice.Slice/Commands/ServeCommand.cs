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

    // The port of stripe-mock, so programs that are tested with it need no other address.
    private const int DefaultPort = 12_111;

    private const string DefaultHost = "127.0.0.1";

    public static Command Create(IReport report)
    {
        Option<int> port = new("--port")
        {
            Description = "The TCP port, or 0 for any free port.",
            HelpName = "PORT",
            DefaultValueFactory = _ => DefaultPort,
        };
        port.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !ushort.TryParse(text, out _))
            {
                result.AddError($"--port {text}: the port must be a number from 0 to {ushort.MaxValue}.");
            }
        });
        Option<string> host = new("--host")
        {
            Description = "The address to listen on: one of this machine, 0.0.0.0 for all of IPv4, or :: for all. With any address but a "
                + "loopback address, other machines can call the server.",
            HelpName = "ADDRESS",
            DefaultValueFactory = _ => DefaultHost,
        };
        host.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && ParseAddress(text) is null)
            {
                result.AddError($"--host {text}: the address must be an IP address, such as 127.0.0.1 or 0.0.0.0, or localhost.");
            }
        });
        Option<string?> slice = new Option<string?>("--slice")
        {
            Description = "The API to serve: a slice.json with its stripe.json in the same folder, or any Stripe OpenAPI document. "
                + "Default: openapi/slice.json or slice.json if it exists, otherwise the slice of the SDK.",
            HelpName = "FILE",
        }.RejectEmpty();
        Option<int?> seed = new("--seed")
        {
            Description = "The seed for ids: with the same seed, the same requests get the same ids. Default: a random number.",
            HelpName = "NUMBER",
        };
        Option<bool> reveal = new("--reveal")
        {
            Description = "Prints all parameter values, including personal data, but no secrets. Default: only enums, booleans, numbers, "
                + "currencies, and ids.",
        };
        Option<bool> allowUnlisted = new("--allow-unlisted-values")
        {
            Description = "Accepts any value for enums that Stripe may extend without a new specification. Default: a value that is not "
                + "listed is an error.",
        };
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
            host, port, slice, seed, reveal, allowUnlisted,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            ServedSlice served = ServedSlice.Find(parsed.GetValue(slice));
            var printer = new RequestPrinter(report, parsed.GetValue(reveal), TimeProvider.System);
            var options = new StripeStandInOptions
            {
                Slice = served.Slice,
                Seed = parsed.GetValue(seed) ?? RandomNumberGenerator.GetInt32(int.MaxValue),
                AllowUnlistedValues = parsed.GetValue(allowUnlisted),
                OnReceived = printer.Print,
            };
            var endpoint = new IPEndPoint(ParseAddress(parsed.GetValue(host)!)!, parsed.GetValue(port));
            return RunAsync(report, served, options, endpoint, cancellationToken);
        });
        return command;
    }

    /// <summary>The address; null if the text is not one. A name other than localhost could stand for several addresses.</summary>
    private static IPAddress? ParseAddress(string text) =>
        text.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback
        : IPAddress.TryParse(text, out IPAddress? address) && (text.Contains(':') || address.ToString() == text) ? address
        : null;

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
