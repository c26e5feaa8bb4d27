using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Onboarding;

/// <summary>
/// Where browsers find the app: what the configuration says (behind a proxy), else where the server listens. Never what a
/// request says: its Host header is the sender's choice, and the return URLs would follow it.
/// </summary>
internal sealed class PublicAddress(IConfiguration configuration, IServer server)
{
    private const string Key = "PublicAddress";

    private readonly Lazy<Uri> _value = new(() => Read(configuration[Key] is { Length: > 0 } configured
        ? configured
        : server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First()));

    public Uri Value => _value.Value;

    private static Uri Read(string text) => Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"
        ? address
        : throw new InvalidOperationException($"{Key} in the configuration has to be an address such as https://shop.example/.");
}
