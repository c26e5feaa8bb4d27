using Lattice.Stripe.Http;

namespace Lattice.Stripe.Pipeline;

/// <summary>The order of the pages of a list, and of the elements on each.</summary>
/// <param name="getId">Gets the id of an element; <see langword="null"/> for a list whose pages name the next one.</param>
/// <param name="isBackward">Whether each page is before the last, so that its last element comes first.</param>
internal sealed class PageOrder<T>(Func<T, string?>? getId, bool isBackward)
{
    /// <summary>The elements of a page, in the order of the enumeration.</summary>
    public IEnumerable<T> GetElements(StripeList<T> page) => isBackward ? page.Data.Reverse() : page.Data;

    /// <summary>Finds the page after <paramref name="page"/>; <see langword="null"/> if it is the last one.</summary>
    /// <param name="page">A page.</param>
    /// <param name="current">The page as it was requested; <see langword="null"/> for the first one.</param>
    /// <param name="route">The route of the list.</param>
    /// <param name="path">The values of the route.</param>
    /// <param name="fault">Why the next page cannot be requested, although there is one, as a sentence.</param>
    public StripePage? FindNext(
        StripeList<T> page, StripePage? current, RouteTemplate route, PathParameters path, out string? fault)
    {
        fault = null;
        if (!page.HasMore)
        {
            return null;
        }

        StripePage? next = Find(page, route, path, ref fault);
        if (next is not null && next.Name == current?.Name && next.Value == current.Value)
        {
            fault = "The list names the same page as the next one again.";
            return null;
        }

        return next;
    }

    private StripePage? Find(StripeList<T> page, RouteTemplate route, PathParameters path, ref string? fault)
    {
        if (page.NextPageUrl is { } url)
        {
            bool isValid = PageOrder.IsOfRoute(url, route, path);
            fault = isValid ? null : "The list names a next page that is at another address.";
            return isValid ? StripePage.FromUrl(url) : null;
        }

        if (page.NextPage is { Length: > 0 } token)
        {
            return StripePage.FromToken(token);
        }

        string? id = page.Data.Count == 0 ? null : getId?.Invoke(isBackward ? page.Data[0] : page.Data[^1]);
        if (string.IsNullOrEmpty(id))
        {
            fault = page.Data.Count == 0
                ? "The list says that it has more elements, but the page is empty."
                : "The list says that it has more elements, but it does not say where the next page starts.";
            return null;
        }

        return isBackward ? StripePage.Before(id) : StripePage.After(id);
    }
}

/// <summary>The parts of <see cref="PageOrder{T}"/> that do not depend on the type of the elements.</summary>
internal static class PageOrder
{
    /// <summary>Whether a URL has a query, and the path of the list.</summary>
    public static bool IsOfRoute(string url, RouteTemplate route, PathParameters path)
    {
        int end = url.IndexOf('?', StringComparison.Ordinal);
        if (end < 0 || url.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            return false;
        }

        string address = url[..end];
        int start = address.IndexOf("://", StringComparison.Ordinal);
        string own = start < 0 ? address : address[Math.Max(address.IndexOf('/', start + 3), 0)..];
        return own.EndsWith(route.GetPath(path), StringComparison.Ordinal);
    }

    public static StripeError CreateError(string fault, StripeResponse? response) => new()
    {
        Type = StripeErrorType.DecodingError,
        StatusCode = response?.StatusCode ?? default,
        Message = fault,
        RequestId = response?.RequestId,
        Attempts = response?.Attempts ?? 1,
    };
}
