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

    /// <summary>A port without an address means all addresses of the machine.</summary>
    private static IEnumerable<string> GetPorts(IConfiguration configuration, string scheme) =>
        Split(configuration[scheme + "_ports"]).Select(port => $"{scheme}://*:{port}");

    private static string[] Split(string? list) =>
        (list ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
