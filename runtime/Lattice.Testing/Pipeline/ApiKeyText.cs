using System.Text;
using Lattice.Stripe.Testing.Redaction;

namespace Lattice.Stripe.Testing.Pipeline;

/// <summary>Reads API keys from Authorization headers, and formats them without revealing them.</summary>
internal static class ApiKeyText
{
    /// <summary>The last four characters of a shorter secret part would reveal too much of it.</summary>
    private const int MinimumLengthToShowTheEnd = 12;

    private static readonly string[] s_modes = ["test_", "live_"];
    private static readonly string[] s_secretKinds = ["sk_", "rk_", "sk_org_"];

    /// <summary>The key of <c>Bearer KEY</c>, or the user name of <c>Basic</c>; null if absent.</summary>
    public static string? FromAuthorization(string? authorization)
    {
        (string scheme, string credentials) = Split(authorization ?? "");
        string? key = scheme switch
        {
            "Bearer" => credentials,
            "Basic" => UserNameOf(credentials),
            _ => null,
        };
        return string.IsNullOrEmpty(key) ? null : key;
    }

    public static bool IsWellFormedSecret(string key)
    {
        string prefix = PrefixOf(key);
        return s_secretKinds.Any(kind => prefix.StartsWith(kind, StringComparison.Ordinal))
            && key.Length > prefix.Length
            && key.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');
    }

    public static bool IsPublishable(string key) => key.StartsWith("pk_", StringComparison.Ordinal);

    public static bool IsLive(string key) => key.Contains("_live_", StringComparison.Ordinal);

    /// <summary>The key in the format of Stripe's error messages: <c>sk_test_****1234</c>.</summary>
    public static string Mask(string key)
    {
        string prefix = PrefixOf(key);
        bool showEnd = key.Length - prefix.Length >= MinimumLengthToShowTheEnd;
        return prefix + "****" + (showEnd ? key[^4..] : "");
    }

    /// <summary>The header's value without the key: <c>Bearer sk_test_…[redacted]</c>.</summary>
    public static string RedactAuthorization(string authorization)
    {
        (string scheme, _) = Split(authorization);
        if (scheme.Length == 0)
        {
            return SecretText.Redacted;
        }

        string prefix = PrefixOf(FromAuthorization(authorization) ?? "");
        return prefix.Length == 0 ? $"{scheme} {SecretText.Redacted}" : $"{scheme} {prefix}…{SecretText.Redacted}";
    }

    /// <summary>The scheme, normalized, and the credentials after it; both are empty for an unknown scheme.</summary>
    private static (string Scheme, string Credentials) Split(string authorization)
    {
        string[] parts = authorization.Split(' ', 2, StringSplitOptions.TrimEntries);
        if (parts.Length < 2)
        {
            return ("", "");
        }

        foreach (string scheme in (string[])["Bearer", "Basic"])
        {
            if (parts[0].Equals(scheme, StringComparison.OrdinalIgnoreCase))
            {
                return (scheme, parts[1]);
            }
        }

        return ("", "");
    }

    private static string? UserNameOf(string credentials)
    {
        var bytes = new byte[credentials.Length];
        return Convert.TryFromBase64String(credentials, bytes, out int length)
            ? Encoding.UTF8.GetString(bytes, 0, length).Split(':')[0]
            : null;
    }

    /// <summary>The prefix that identifies the kind and mode of a key, which is not secret; empty if it is not known.</summary>
    private static string PrefixOf(string key)
    {
        foreach (string kind in (string[])[.. s_secretKinds, "pk_"])
        {
            foreach (string mode in s_modes)
            {
                if (key.StartsWith(kind + mode, StringComparison.Ordinal))
                {
                    return kind + mode;
                }
            }
        }

        return "";
    }
}
