using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Onboarding;

/// <summary>The addresses on which the server listens.</summary>
internal static class ServerAddresses
{
    /// <summary>
    /// Returns the addresses in the configuration: <c>urls</c> (<c>--urls</c>, <c>ASPNETCORE_URLS</c>), or else the ports, and the
    /// endpoints of Kestrel.
    /// </summary>
    public static IReadOnlyList<string> GetConfigured(IConfiguration configuration)
    {
        string[] urls = Split(configuration["urls"]);
        if (urls.Length == 0)
        {
            urls = [.. GetPorts(configuration, "http"), .. GetPorts(configuration, "https")];
        }

        IEnumerable<IConfigurationSection> endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren();
        return [.. urls, .. endpoints.Select(endpoint => endpoint["Url"]).OfType<string>()];
    }

    /// <summary>Returns the addresses of a server that has started, including those that code has added.</summary>
    public static IReadOnlyList<string> GetBound(IServer server) =>
        [.. server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses];

    /// <summary>
    /// Returns an address at which this machine can reach a server that has started, or null if it listens only on sockets and pipes.
    /// </summary>
    public static Uri? FindLocal(IServer server) => GetBound(server)
        .Select(BindingAddress.Parse)
        .Where(address => !address.IsUnixPipe && !address.IsNamedPipe)
        .Select(address => new UriBuilder(address.Scheme, IsAny(address.Host) ? "127.0.0.1" : address.Host, address.Port).Uri)
        .FirstOrDefault();

    private static bool IsAny(string host) =>
        IPAddress.TryParse(host, out IPAddress? address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any));

    /// <summary>A port without an address means all addresses of the machine.</summary>
    private static IEnumerable<string> GetPorts(IConfiguration configuration, string scheme) =>
        Split(configuration[scheme + "_ports"]).Select(port => $"{scheme}://*:{port}");

    private static string[] Split(string? list) =>
        (list ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
