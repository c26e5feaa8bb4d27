using System.Reflection;

namespace Lattice.Stripe.Transport;

/// <summary>How the library names itself to Stripe: its own and the runtime's version, nothing of the machine or its user.</summary>
internal static class ClientIdentity
{
    private static readonly string s_version = GetVersion();

    /// <summary>The <c>User-Agent</c> header.</summary>
    public static string UserAgent { get; } = $"Lattice.Generated/{s_version} (.NET {Environment.Version})";

    /// <summary>The <c>X-Stripe-Client-User-Agent</c> header, a JSON object.</summary>
    public static string StripeClientUserAgent { get; } =
        $$"""{"bindings_version":"{{s_version}}","lang":"dotnet","lang_version":"{{Environment.Version}}","publisher":"lattice"}""";

    private static string GetVersion()
    {
        string version = typeof(ClientIdentity).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        int metadata = version.IndexOf('+', StringComparison.Ordinal);
        return metadata < 0 ? version : version[..metadata];
    }
}
