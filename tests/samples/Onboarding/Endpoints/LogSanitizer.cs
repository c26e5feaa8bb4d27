using System.Text.RegularExpressions;

namespace Onboarding.Endpoints;

/// <summary>Removes secrets from Stripe's messages, which may quote the request, before they are logged.</summary>
internal static partial class LogSanitizer
{
    /// <summary>Returns the text on one line, without Stripe's keys and without URLs, whose tokens grant access.</summary>
    public static string? RemoveSecrets(string? text) =>
        text is null ? null : Unprintable().Replace(Secret().Replace(text, "[redacted]"), " ");

    [GeneratedRegex(@"\b(sk|rk|pk|whsec|ek)_[\w*]+|\b[a-z][a-z0-9+.-]*://\S+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Secret();

    [GeneratedRegex(@"[\p{Cc}\p{Zl}\p{Zp}]+")]
    private static partial Regex Unprintable();
}
