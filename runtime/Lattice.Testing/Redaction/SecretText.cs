using System.Text.RegularExpressions;

namespace Lattice.Stripe.Testing.Redaction;

/// <summary>
/// Removes secrets from text that is shown: API keys, ephemeral keys, secrets of webhook endpoints, and client secrets. They can be
/// anywhere, such as in a path or in a parameter that should have had another value.
/// </summary>
internal static partial class SecretText
{
    public const string Redacted = "[redacted]";

    /// <summary>Replaces the secret part of each secret: <c>sk_test_…[redacted]</c>, <c>pi_1_secret_…[redacted]</c>.</summary>
    public static string Redact(string text) => Secret().Replace(text, $"${{shown}}…{Redacted}");

    /// <summary>
    /// The kind of a secret, which is shown, and its secret part. An underscore, and the character before the secret, may be
    /// percent-encoded, or escaped as in JSON.
    /// </summary>
    [GeneratedRegex("""
        (?<shown>
            (?:(?<![A-Za-z0-9])|(?<=%[0-9A-Fa-f]{2}|\\[bfnrt]|\\u[0-9A-Fa-f]{4}))
            (?>(?:sk|rk|ek|uk)(?:_|%5[Ff]|\\u005[Ff])(?:org(?:_|%5[Ff]|\\u005[Ff]))?(?:(?:test|live)(?:_|%5[Ff]|\\u005[Ff]))?)
            | (?:_|%5[Ff]|\\u005[Ff])secret(?:_|%5[Ff]|\\u005[Ff])
        )
        (?:[A-Za-z0-9_.~-]|%[0-9A-Fa-f]{2})+
        | (?<shown>whsec(?:_|%5[Ff]|\\u005[Ff])) (?:[A-Za-z0-9_.~+/=-]|%[0-9A-Fa-f]{2})+
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Secret();
}
