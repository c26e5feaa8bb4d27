using System.Globalization;

namespace Lattice.Spec.Stripe;

/// <summary>
/// Checks that a path stays below the address that it is appended to. A key of <c>paths</c> such as <c>/https://evil.example/x</c> or
/// <c>/v1/../x</c> would send a request, and the API key with it, to another address.
/// </summary>
internal static class PathValidator
{
    // The unescaped characters of a path (RFC 3986, pchar). Stripe's paths need no percent-encoding, which could hide a dot or a slash.
    private const string Unescaped = "-._~!$&'()*+,;=:@";

    /// <returns>Why the path is not valid, as a clause without a period; <see langword="null"/> if it is.</returns>
    public static string? GetError(string path)
    {
        if (path.Length == 0 || path[0] != '/')
        {
            return "it must start with a slash";
        }

        string[] segments = path.Substring(1).Split('/');
        return segments.Select(GetSegmentError).FirstOrDefault(error => error is not null)
            ?? (segments[0].Contains(':') && segments[0][0] != '{'
                ? "its first segment contains a colon, so that it could be the scheme of another address"
                : null);
    }

    /// <summary>Escapes the path for a message: no line breaks or bidirectional characters.</summary>
    public static string Escape(string path) => string.Concat(path.Select(
        c => c is >= ' ' and <= '~' ? c.ToString() : "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture)));

    private static string? GetSegmentError(string segment)
    {
        if (segment.Length == 0)
        {
            return "it contains an empty segment";
        }

        if (segment is "." or "..")
        {
            return $"its segment '{segment}' refers to another path";
        }

        // The name of a placeholder is not sent, so only characters that are certainly a mistake are errors in it.
        bool isPlaceholder = segment[0] == '{' && segment.IndexOf('}') == segment.Length - 1;
        foreach (char c in segment)
        {
            if (isPlaceholder ? IsMistake(c) : !IsAllowed(c))
            {
                return $"it contains the character {Describe(c)}";
            }
        }

        return null;
    }

    // The braces of a placeholder within a segment have their own diagnostic.
    private static bool IsAllowed(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '{' or '}' || Unescaped.Contains(c);

    private static bool IsMistake(char c) => c is '?' or '#' or '\\' || char.IsWhiteSpace(c) || char.IsControl(c);

    private static string Describe(char c) =>
        c is > ' ' and <= '~' ? $"'{c}'" : "U+" + ((int)c).ToString("X4", CultureInfo.InvariantCulture);
}
