using System.CommandLine;
using System.Globalization;
using System.Net;

namespace Lattice.Slice.Commands;

/// <summary>The options of <c>lattice serve</c>.</summary>
internal sealed class ServeOptions
{
    // The port of stripe-mock, so programs that are tested with it need no other address.
    private const int DefaultPort = 12_111;

    private const string DefaultHost = "127.0.0.1";

    public Option<string> Host { get; } = Validate(
        new Option<string>("--host")
        {
            Description = "The address to listen on: one of this machine, 0.0.0.0 for all of IPv4, or :: for all. With any address but a "
                + "loopback address, other machines can call the server.",
            HelpName = "ADDRESS",
            DefaultValueFactory = _ => DefaultHost,
        },
        text => ParseAddress(text) is not null,
        "the address must be an IP address, such as 127.0.0.1 or 0.0.0.0, or localhost.");

    public Option<int> Port { get; } = Validate(
        new Option<int>("--port")
        {
            Description = "The TCP port, or 0 for any free port.",
            HelpName = "PORT",
            DefaultValueFactory = _ => DefaultPort,
        },
        text => ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        $"the port must be a number from 0 to {ushort.MaxValue}.");

    public Option<string?> Slice { get; } = new Option<string?>("--slice")
    {
        Description = "The API to serve: a slice.json with its stripe.json in the same folder, or any Stripe OpenAPI document. "
            + "Default: openapi/slice.json or slice.json if it exists, otherwise the slice of the SDK.",
        HelpName = "FILE",
    }.RejectEmpty().RejectUrl();

    public Option<int?> Seed { get; } = Validate(
        new Option<int?>("--seed")
        {
            Description = "The seed for ids: with the same seed, the same requests get the same ids. Default: a random number.",
            HelpName = "NUMBER",
        },
        text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        $"the seed must be an integer from {int.MinValue} to {int.MaxValue}.");

    public Option<bool> Reveal { get; } = new("--reveal")
    {
        Description = "Prints all parameter values, including personal data, but no secrets. Default: only enums, booleans, numbers, "
            + "currencies, and ids.",
    };

    public Option<bool> AllowUnlistedValues { get; } = new("--allow-unlisted-values")
    {
        Description = "Accepts any value for enums that Stripe may extend without a new specification. Default: a value that is not "
            + "listed is an error.",
    };

    /// <summary>The address and the port of a command line.</summary>
    public IPEndPoint GetEndpoint(ParseResult parsed) => new(ParseAddress(parsed.GetValue(Host)!)!, parsed.GetValue(Port));

    /// <summary>The address; null if the text is not one. A name other than localhost could stand for several addresses.</summary>
    private static IPAddress? ParseAddress(string text) =>
        text.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback
        : IPAddress.TryParse(text, out IPAddress? address) && (text.Contains(':') || address.ToString() == text) ? address
        : null;

    private static Option<T> Validate<T>(Option<T> option, Func<string, bool> isValid, string expected)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !isValid(text))
            {
                result.AddError($"{option.Name} {text}: {expected}");
            }
        });
        return option;
    }
}
