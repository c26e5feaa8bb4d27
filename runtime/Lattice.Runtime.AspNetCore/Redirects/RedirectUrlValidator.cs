namespace Lattice.Stripe.Redirects;

/// <summary>Decides which URLs a browser may be redirected to. Messages do not contain the URL.</summary>
internal static class RedirectUrlValidator
{
    /// <summary>Returns the reason why a URL is rejected, or <see langword="null"/> if it is valid.</summary>
    public static string? FindError(SecretString url)
    {
        if (!url.HasValue)
        {
            return "the secret has no value";
        }

        string text = url.Reveal();
        if (text.AsSpan().ContainsAnyExceptInRange('!', '~') || text.Contains('\\', StringComparison.Ordinal))
        {
            return "it contains a control character, a space, a backslash, or a character outside ASCII that is not percent-encoded";
        }

        // Uri also accepts "https:host" and "/path" as absolute URLs; browsers read the first one differently.
        bool isHttps = text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        bool isHttp = text.StartsWith("http://", StringComparison.OrdinalIgnoreCase);
        if ((!isHttps && !isHttp) || !Uri.TryCreate(text, UriKind.Absolute, out Uri? uri))
        {
            return "it is not an absolute https URL";
        }

        // The text is searched, because Uri does not report an empty user name.
        ReadOnlySpan<char> authority = GetAuthority(text);
        if (authority.Contains('@'))
        {
            return "it contains a user name";
        }

        return isHttps || IsLoopback(uri, authority) ? null : "http is allowed only for a loopback address; use https";
    }

    private static ReadOnlySpan<char> GetAuthority(string text)
    {
        ReadOnlySpan<char> rest = text.AsSpan(text.IndexOf("://", StringComparison.Ordinal) + 3);
        int end = rest.IndexOfAny('/', '?', '#');
        return end < 0 ? rest : rest[..end];
    }

    // Uri treats the host name "loopback" as localhost; browsers resolve it.
    private static bool IsLoopback(Uri uri, ReadOnlySpan<char> authority) =>
        uri.IsLoopback && !authority.StartsWith("loopback", StringComparison.OrdinalIgnoreCase);
}
