using System.Globalization;

namespace Lattice.Stripe.Http;

/// <summary>How a client names the program that calls through it.</summary>
internal static class AppUserAgent
{
    private const string NameCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";

    /// <exception cref="ArgumentException">What <paramref name="app"/> says cannot stand in a header.</exception>
    public static UserAgent Describe(StripeAppInfo app)
    {
        Check(app);
        return new UserAgent(ToProduct(app), ToMember(app));
    }

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

    private static string ToProduct(StripeAppInfo app)
    {
        string version = app.Version is null ? "" : $"/{app.Version}";
        string url = app.Url is null ? "" : $" ({ToAscii(app.Url)})";
        return $" {app.Name.Replace(' ', '_')}{version}{url}";
    }

    // What was checked, and an address in its escaped form, need no escaping in JSON.
    private static string ToMember(StripeAppInfo app)
    {
        string url = ToMember("url", app.Url is null ? null : ToAscii(app.Url));
        string others = ToMember("version", app.Version) + url + ToMember("partner_id", app.PartnerId);
        return $$""","application":{"name":"{{app.Name}}"{{others}}}""";
    }

    /// <summary>The address in characters that a header may hold, without those that end a comment in one.</summary>
    private static string ToAscii(Uri url)
    {
        string host = url.HostNameType == UriHostNameType.Dns ? url.IdnHost : url.Host;
        string port = url.IsDefaultPort ? "" : string.Create(CultureInfo.InvariantCulture, $":{url.Port}");
        string path = url.PathAndQuery.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);
        return $"{url.Scheme}://{host}{port}{path}";
    }

    private static string ToMember(string name, string? value) => value is null ? "" : $",\"{name}\":\"{value}\"";
}
