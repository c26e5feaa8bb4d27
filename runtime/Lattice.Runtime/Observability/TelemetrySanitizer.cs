using System.Buffers;

namespace Lattice.Stripe.Observability;

/// <summary>
/// Passes values of a response to logs and tags only if they have the form of a name or an id. Any other value might be a secret, or forge
/// a log entry.
/// </summary>
internal static class TelemetrySanitizer
{
    private const int MaxLength = 64;

    private static readonly SearchValues<char> s_nameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_.");
    private static readonly SearchValues<char> s_idCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    // A key of lowercase letters would look like a name.
    private static readonly string[] s_keyPrefixes = ["sk_", "rk_", "pk_", "ek_", "whsec_"];

    /// <summary>Returns the type or code of an error, such as <c>parameter_missing</c>; <c>other</c> if it has another form.</summary>
    public static string? Name(string? text) =>
        text is null ? null : Has(text, s_nameCharacters) && !IsLikeSecret(text) ? text : "other";

    /// <summary>Returns the id of a request (<c>req_…</c>); <see langword="null"/> if the text has another form.</summary>
    public static string? RequestId(string? text) =>
        text is not null && text.StartsWith("req_", StringComparison.Ordinal) && Has(text, s_idCharacters) ? text : null;

    private static bool Has(string text, SearchValues<char> characters) =>
        text.Length is > 0 and <= MaxLength && text.AsSpan().IndexOfAnyExcept(characters) < 0;

    private static bool IsLikeSecret(string text) =>
        text.Contains("_secret_", StringComparison.Ordinal)
        || Array.Exists(s_keyPrefixes, prefix => text.StartsWith(prefix, StringComparison.Ordinal));
}
