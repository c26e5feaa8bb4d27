namespace Lattice.Stripe;

/// <summary>
/// The page of a list to request: the one after or before an element, or the one that a response named. See
/// <see href="https://docs.stripe.com/api/pagination">Pagination</see> in Stripe's reference.
/// </summary>
public sealed class StripePage
{
    private static readonly string[] s_cursors = ["starting_after", "ending_before"];

    private StripePage(string name, string value, string? query = null)
    {
        Name = name;
        Value = value;
        Query = query;
    }

    /// <summary>
    /// The name of the query parameter: <c>starting_after</c>, <c>ending_before</c>, or <c>page</c>; empty for a whole URL.
    /// </summary>
    public string Name { get; }

    /// <summary>The value of the query parameter: the id of an element, or a token; or the URL.</summary>
    public string Value { get; }

    /// <summary>The whole query of a URL; <see langword="null"/> for a single parameter.</summary>
    internal string? Query { get; }

    /// <summary>The page that starts after an element.</summary>
    /// <param name="id">The id of the element.</param>
    /// <exception cref="ArgumentException"><paramref name="id"/> is empty.</exception>
    public static StripePage After(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return new StripePage(s_cursors[0], id);
    }

    /// <summary>The page that ends before an element.</summary>
    /// <param name="id">The id of the element.</param>
    /// <exception cref="ArgumentException"><paramref name="id"/> is empty.</exception>
    public static StripePage Before(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return new StripePage(s_cursors[1], id);
    }

    /// <summary>The page that a response calls <c>next_page</c>, such as that of a search.</summary>
    /// <param name="token">The token of the page.</param>
    /// <exception cref="ArgumentException"><paramref name="token"/> is empty.</exception>
    public static StripePage FromToken(string token)
    {
        ArgumentException.ThrowIfNullOrEmpty(token);
        return new StripePage("page", token);
    }

    /// <summary>The page that a response of API v2 calls <c>next_page_url</c> or <c>previous_page_url</c>.</summary>
    /// <param name="url">
    /// The URL. Only its query is used, in place of all parameters: the request goes to the operation's own address.
    /// </param>
    /// <exception cref="ArgumentException"><paramref name="url"/> has no query.</exception>
    public static StripePage FromUrl(string url)
    {
        ArgumentException.ThrowIfNullOrEmpty(url);
        int start = url.IndexOf('?', StringComparison.Ordinal);
        int end = url.IndexOf('#', StringComparison.Ordinal);
        string query = start < 0 ? "" : end > start ? url[(start + 1)..end] : url[(start + 1)..];
        return query.Length > 0 && !query.AsSpan().ContainsAnyExceptInRange('!', '~')
            ? new StripePage(name: "", url, query)
            : throw new ArgumentException("The URL of a page must have a query of printable ASCII characters.", nameof(url));
    }

    /// <summary>Returns the name of the query parameter, without its value.</summary>
    public override string ToString() => Query is null ? Name : "url";

    /// <summary>Whether the page takes the place of a query parameter.</summary>
    internal bool Replaces(ReadOnlySpan<char> parameter)
    {
        if (parameter.SequenceEqual(Name))
        {
            return true;
        }

        return s_cursors.Contains(Name) && (parameter.SequenceEqual(s_cursors[0]) || parameter.SequenceEqual(s_cursors[1]));
    }
}
