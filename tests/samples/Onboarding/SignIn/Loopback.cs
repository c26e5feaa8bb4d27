using System.Net;

namespace Onboarding.SignIn;

/// <summary>Tells the addresses that only this machine can reach from all others.</summary>
internal static class Loopback
{
    /// <summary>Returns whether only this machine can connect to an address of a server, such as <c>http://127.0.0.1:5180</c>.</summary>
    /// <remarks>
    /// Kestrel takes a host name other than localhost for every address of the machine. A Unix domain socket is a file of this machine;
    /// a named pipe can be opened over the network. An address that cannot be read counts as one that others can reach.
    /// </remarks>
    public static bool IsServerAddress(string address)
    {
        try
        {
            BindingAddress parsed = BindingAddress.Parse(address);
            return parsed.IsUnixPipe || (!parsed.IsNamedPipe && IsHost(parsed.Host));
        }
        catch (FormatException)
        {
            return false;
        }
    }

    public static bool IsAddress(IPAddress address) =>
        IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    /// <summary>Returns whether a host of a URL or a Host header is this machine, without asking a name server.</summary>
    public static bool IsHost(string host) => IPAddress.TryParse(host, out IPAddress? address)
        ? IsAddress(address)
        : host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
}
