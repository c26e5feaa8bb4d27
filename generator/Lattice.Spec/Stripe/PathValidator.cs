using System.Globalization;

namespace Lattice.Spec.Stripe;

/// <summary>
/// Checks that a path of the document stays below the address that it is appended to. A key of <c>paths</c> such as
/// <c>/https://evil.example/x</c> or <c>/v1/../x</c> would take a request, and the API key with it, to another place.
/// </summary>
internal static class PathValidator
{
    // What stands in a path as it is (RFC 3986, pchar). Stripe's paths need no percent-encoding, which could hide a dot or a slash.
    private const string Unescaped = "-._~!$&'()*+,;=:@";

    /// <returns>What is wrong with the path, as the end of a sentence; <see langword="null"/> for a valid one.</returns>
    public static string? GetError(string path)
    {
        if (path.Length == 0 || path[0] != '/')
        {
            return "it has to start with a slash";
        }

        string[] segments = path.Substring(1).Split('/');
        return segments.Select(GetSegmentError).FirstOrDefault(error => error is not null)
            ?? (segments[0].Contains(':') && segments[0][0] != '{'
                ? "its first segment has a colon, which would make it the scheme of another address"
                : null);
    }

    /// <summary>The path as a message shows it: on one line and in one direction.</summary>
    public static string Escape(string path) => string.Concat(path.Select(
        c => c is >= ' ' and <= '~' ? c.ToString() : "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture)));

    private static string? GetSegmentError(string segment)
    {
        if (segment.Length == 0)
        {
            return "it has an empty segment";
        }

        if (segment is "." or "..")
        {
            return $"its segment '{segment}' leads to another path";
        }

        // The name of a placeholder is not sent, so that only what nobody means is refused in it.
        bool isPlaceholder = segment[0] == '{' && segment.IndexOf('}') == segment.Length - 1;
        foreach (char c in segment)
        {
            if (isPlaceholder ? IsNeverMeant(c) : !IsAllowed(c))
            {
                return $"it has the character {Describe(c)}";
            }
        }

        return null;
    }

    // The braces of a placeholder within a segment have a diagnostic of their own.
    private static bool IsAllowed(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '{' or '}' || Unescaped.Contains(c);

    private static bool IsNeverMeant(char c) => c is '?' or '#' or '\\' || char.IsWhiteSpace(c) || char.IsControl(c);

    private static string Describe(char c) =>
        c is > ' ' and <= '~' ? $"'{c}'" : "U+" + ((int)c).ToString("X4", CultureInfo.InvariantCulture);
}
