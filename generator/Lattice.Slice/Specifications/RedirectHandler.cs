using System.Net;

namespace Lattice.Slice.Specifications;

/// <summary>
/// Follows redirects that stay on the web and do not lose encryption. The handler of .NET also tries other protocols, as if they were HTTP.
/// </summary>
/// <param name="inner">The handler of the requests, which does not follow redirects itself.</param>
internal sealed class RedirectHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const int MaxRedirects = 10;

    /// <exception cref="SpecUnavailableException">A redirect is not followed.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (int redirects = 0; ; redirects++)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            if (FindTarget(request.RequestUri!, response) is not { } target)
            {
                return response;
            }

            response.Dispose();
            EnsureAllowed(request.RequestUri!, target, redirects);
            request.RequestUri = target;
        }
    }

    private static Uri? FindTarget(Uri address, HttpResponseMessage response)
    {
        bool isRedirect = response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;
        return isRedirect && response.Headers.Location is { } location && Uri.TryCreate(address, location, out Uri? target) ? target : null;
    }

    private static void EnsureAllowed(Uri address, Uri target, int redirects)
    {
        // Of other protocols, only the name is shown: what follows can contain a password anywhere.
        string? problem = target.Scheme is not ("http" or "https") ? $"an address that starts with {target.Scheme}:, not with http or https"
            : address.Scheme == "https" && target.Scheme == "http" ? $"{SpecSource.Describe(target)}, which is not encrypted"
            : redirects == MaxRedirects ? $"{SpecSource.Describe(target)} after {MaxRedirects} other redirects"
            : null;
        if (problem is not null)
        {
            throw new SpecUnavailableException($"{SpecSource.Describe(address)} redirects to {problem}. "
                + "The redirect is not followed. Pass the address of the document itself with --spec.");
        }
    }
}
