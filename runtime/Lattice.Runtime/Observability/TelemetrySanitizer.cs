using System.Buffers;

namespace Lattice.Stripe.Observability;

/// <summary>
/// What a response says of itself reaches logs and tags only if it looks like the name or the id that it should be: else
/// it might be a secret, or made to forge a log.
/// </summary>
internal static class TelemetrySanitizer
{
    private const int MaxLength = 64;

    private static readonly SearchValues<char> s_nameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_.");
    private static readonly SearchValues<char> s_idCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    // A key of small letters alone would pass for a word.
    private static readonly string[] s_keyPrefixes = ["sk_", "rk_", "pk_", "ek_", "whsec_"];

    /// <summary>The type or code of an error, such as <c>parameter_missing</c>; <c>other</c> if it is no such word.</summary>
    public static string? Name(string? text) =>
        text is null ? null : Has(text, s_nameCharacters) && !IsLikeSecret(text) ? text : "other";

    /// <summary>The id of a request (<c>req_…</c>); <see langword="null"/> if it is none.</summary>
    public static string? RequestId(string? text) =>
        text is not null && text.StartsWith("req_", StringComparison.Ordinal) && Has(text, s_idCharacters) ? text : null;

    private static bool Has(string text, SearchValues<char> characters) =>
        text.Length is > 0 and <= MaxLength && text.AsSpan().IndexOfAnyExcept(characters) < 0;

    private static bool IsLikeSecret(string text) =>
        text.Contains("_secret_", StringComparison.Ordinal)
        || Array.Exists(s_keyPrefixes, prefix => text.StartsWith(prefix, StringComparison.Ordinal));
}
