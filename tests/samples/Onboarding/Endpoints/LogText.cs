using System.Text.RegularExpressions;

namespace Onboarding.Endpoints;

/// <summary>Makes what Stripe says fit for a log. Its messages may quote what was sent.</summary>
internal static partial class LogText
{
    /// <summary>The text on one line, without keys of Stripe's and without addresses, whose tokens let people in.</summary>
    public static string? WithoutSecrets(string? text)
        => text is null ? null : Unprintable().Replace(Secret().Replace(text, "[redacted]"), " ");

    [GeneratedRegex(@"\b(sk|rk|pk|whsec|ek)_[\w*]+|\b[a-z][a-z0-9+.-]*://\S+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Secret();

    [GeneratedRegex(@"[\p{Cc}\p{Zl}\p{Zp}]+")]
    private static partial Regex Unprintable();
}
