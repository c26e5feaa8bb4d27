using System.Text;
using System.Text.RegularExpressions;

namespace Lattice.Stripe.Testing.Redaction;

/// <summary>
/// Removes secrets from text that is shown: API keys, ephemeral keys, secrets of webhook endpoints, and client secrets. They can be
/// anywhere, such as in a path or in a parameter that should have had another value, and they can be percent-encoded, escaped as in JSON,
/// or in the credentials of Basic authentication.
/// </summary>
internal static partial class SecretText
{
    public const string Redacted = "[redacted]";

    /// <summary>Replaces the secret part of each secret: <c>sk_test_…[redacted]</c>, <c>pi_1_secret_…[redacted]</c>.</summary>
    public static string Redact(string text)
    {
        var unescaped = UnescapedText.Of(text);
        StringBuilder? shown = null;
        int end = 0;
        foreach (Match match in Secret().Matches(unescaped.Text))
        {
            Group credentials = match.Groups["credentials"];
            Group secret = credentials.Success ? credentials : match;
            int start = unescaped.PositionOf(secret.Index);
            if (start < end || (credentials.Success && !HasSecret(credentials.ValueSpan)))
            {
                continue;
            }

            shown ??= new StringBuilder(text.Length);
            shown.Append(text, end, start - end);
            shown.Append(credentials.Success ? Redacted : $"{match.Groups["shown"].ValueSpan}…{Redacted}");
            end = unescaped.PositionOf(secret.Index + secret.Length);
        }

        return shown is null ? text : shown.Append(text, end, text.Length - end).ToString();
    }

    private static bool HasSecret(ReadOnlySpan<char> base64)
    {
        var bytes = new byte[base64.Length];
        string padded = base64.TrimEnd('=').ToString();
        padded = padded.PadRight((padded.Length + 3) / 4 * 4, '=');
        return Convert.TryFromBase64String(padded, bytes, out int length)
            && Secret().IsMatch(Encoding.UTF8.GetString(bytes, 0, length));
    }

    /// <summary>
    /// The kind of a secret, which is shown, and its secret part; or the scheme of Basic authentication. The credentials after it are not
    /// part of the match, so that a key in their place is found as well. Characters of the private use area are encoded bytes that are
    /// not ASCII.
    /// </summary>
    [GeneratedRegex("""
        (?<shown>
            (?:(?<![A-Za-z0-9])|(?<=\\[bfnrt]))
            (?>(?:sk|rk|ek|uk)_(?:org_)?(?:(?:test|live)_)?)
            | _secret_
        )
        [A-Za-z0-9_.~\uE000-\uE0FF-]+
        | (?<shown>whsec_) [A-Za-z0-9_.~+/=\uE000-\uE0FF-]+
        | (?<![A-Za-z0-9])[Bb][Aa][Ss][Ii][Cc][\ +]+ (?=(?<credentials>[A-Za-z0-9+/]{4,}={0,2}))
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Secret();
}
