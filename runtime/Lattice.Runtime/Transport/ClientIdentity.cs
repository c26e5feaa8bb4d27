using System.Reflection;

namespace Lattice.Stripe.Transport;

/// <summary>
/// How a client names itself to Stripe: the library's and the runtime's version and the program that the options name;
/// nothing of the machine or its user.
/// </summary>
internal sealed class ClientIdentity
{
    private const string NameCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";

    private static readonly string s_runtime = Environment.Version.ToString();

    /// <exception cref="ArgumentException">What <paramref name="app"/> says cannot stand in a header.</exception>
    public ClientIdentity(StripeAppInfo? app)
    {
        if (app is not null)
        {
            Check(app);
        }

        UserAgent = $"Lattice.Generated/{Version} (.NET {s_runtime}){ToProduct(app)}";
        StripeClientUserAgent =
            $$"""{"bindings_version":"{{Version}}","lang":"dotnet","lang_version":"{{s_runtime}}","publisher":"lattice"{{ToMember(app)}}}""";
    }

    /// <summary>The library's version.</summary>
    public static string Version { get; } = GetVersion();

    /// <summary>The <c>User-Agent</c> header (RFC 9110, section 10.1.5).</summary>
    public string UserAgent { get; }

    /// <summary>The <c>X-Stripe-Client-User-Agent</c> header, a JSON object.</summary>
    public string StripeClientUserAgent { get; }

    private static void Check(StripeAppInfo app)
    {
        if (string.IsNullOrEmpty(app.Name) || app.Name.Trim() != app.Name || !HasOnly(app.Name, NameCharacters + " "))
        {
            throw new ArgumentException("AppInfo.Name has to be letters, digits, '-', '_', '.' and inner spaces.", nameof(app));
        }

        if (app.Version is { } version && !HasOnly(version, NameCharacters + "+"))
        {
            throw new ArgumentException("AppInfo.Version has to be letters, digits, '-', '_', '.' and '+'.", nameof(app));
        }

        if (app.Url is { } url && !(url.IsAbsoluteUri && (url.Scheme is "https" or "http") && url.UserInfo.Length == 0))
        {
            throw new ArgumentException("AppInfo.Url has to be an absolute https or http address without user.", nameof(app));
        }

        if (app.PartnerId is { } partner && !HasOnly(partner, NameCharacters))
        {
            throw new ArgumentException("AppInfo.PartnerId has to be letters, digits, '-', '_' and '.'.", nameof(app));
        }
    }

    private static bool HasOnly(string text, string characters) => text.Length > 0 && !text.AsSpan().ContainsAnyExcept(characters);

    private static string ToProduct(StripeAppInfo? app)
    {
        if (app is null)
        {
            return "";
        }

        string version = app.Version is null ? "" : $"/{app.Version}";
        string url = app.Url is null ? "" : $" ({app.Url.AbsoluteUri})";
        return $" {app.Name.Replace(' ', '_')}{version}{url}";
    }

    // What was checked, and an address in its escaped form, need no escaping in JSON.
    private static string ToMember(StripeAppInfo? app) => app is null ? ""
        : $$""","application":{"name":"{{app.Name}}"{{ToMember("version", app.Version)}}{{ToMember("url", app.Url?.AbsoluteUri)}}{{ToMember("partner_id", app.PartnerId)}}}""";

    private static string ToMember(string name, string? value) => value is null ? "" : $",\"{name}\":\"{value}\"";

    private static string GetVersion()
    {
        string version = typeof(ClientIdentity).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        int metadata = version.IndexOf('+', StringComparison.Ordinal);
        return metadata < 0 ? version : version[..metadata];
    }
}
