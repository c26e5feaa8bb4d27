using System.Globalization;

namespace Lattice.Stripe.Http;

/// <summary>Describes the program of <see cref="StripeClientOptions.AppInfo"/> in the headers of a client.</summary>
internal static class AppUserAgent
{
    private const string NameCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";

    /// <exception cref="ArgumentException">A value of <paramref name="app"/> is missing or not allowed in a header.</exception>
    public static UserAgent Describe(StripeAppInfo app)
    {
        Check(app);
        return new UserAgent(ToProduct(app), ToMember(app));
    }

    private static void Check(StripeAppInfo app)
    {
        if (string.IsNullOrEmpty(app.Name) || app.Name.Trim() != app.Name || !HasOnly(app.Name, NameCharacters + " "))
        {
            throw new ArgumentException("AppInfo.Name must consist of letters, digits, '-', '_', '.' and inner spaces.", nameof(app));
        }

        if (app.Version is { } version && !HasOnly(version, NameCharacters + "+"))
        {
            throw new ArgumentException("AppInfo.Version must consist of letters, digits, '-', '_', '.' and '+'.", nameof(app));
        }

        if (app.Url is { } url && !(url.IsAbsoluteUri && (url.Scheme is "https" or "http") && url.UserInfo.Length == 0))
        {
            throw new ArgumentException("AppInfo.Url must be an absolute https or http URL without a user name.", nameof(app));
        }

        if (app.PartnerId is { } partner && !HasOnly(partner, NameCharacters))
        {
            throw new ArgumentException("AppInfo.PartnerId must consist of letters, digits, '-', '_' and '.'.", nameof(app));
        }
    }

    private static bool HasOnly(string text, string characters) => text.Length > 0 && !text.AsSpan().ContainsAnyExcept(characters);

    private static string ToProduct(StripeAppInfo app)
    {
        string version = app.Version is null ? "" : $"/{app.Version}";
        string url = app.Url is null ? "" : $" ({ToAscii(app.Url)})";
        return $" {app.Name.Replace(' ', '_')}{version}{url}";
    }

    // The checked values, and an escaped URL, need no escaping in JSON.
    private static string ToMember(StripeAppInfo app)
    {
        string url = ToMember("url", app.Url is null ? null : ToAscii(app.Url));
        string others = ToMember("version", app.Version) + url + ToMember("partner_id", app.PartnerId);
        return $$""","application":{"name":"{{app.Name}}"{{others}}}""";
    }

    /// <summary>Returns the URL in ASCII, without the characters that end a comment in a header.</summary>
    private static string ToAscii(Uri url)
    {
        string host = url.HostNameType == UriHostNameType.Dns ? url.IdnHost : url.Host;
        string port = url.IsDefaultPort ? "" : string.Create(CultureInfo.InvariantCulture, $":{url.Port}");
        string path = url.PathAndQuery.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);
        return $"{url.Scheme}://{host}{port}{path}";
    }

    private static string ToMember(string name, string? value) => value is null ? "" : $",\"{name}\":\"{value}\"";
}
