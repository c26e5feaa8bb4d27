using Lattice.Stripe.Redirects;

namespace Lattice.Stripe;

/// <summary>Results for ASP.NET Core endpoints, in minimal APIs and in MVC.</summary>
public static class StripeResults
{
    /// <summary>
    /// Redirects the browser to a secret URL, such as that of an account link, with status 303 (See Other). The response is
    /// stored by no cache, the page at the URL does not learn the address of the page before, and nothing is logged that
    /// holds the URL.
    /// </summary>
    /// <param name="url">
    /// An absolute URL: <c>https</c>, or <c>http</c> on a loopback address (<c>localhost</c>, <c>127.0.0.0/8</c>, <c>::1</c>).
    /// It is sent as it is.
    /// </param>
    /// <returns>A result that an endpoint of a minimal API and an action of an MVC controller can return.</returns>
    /// <exception cref="ArgumentException">
    /// The secret has no value, or it is not such a URL: it is relative, has another scheme, contains a user name, a control
    /// character, a space or another character that has to be percent-encoded. The message does not contain the URL.
    /// </exception>
    public static StripeRedirectResult Redirect(SecretString url)
    {
        if (RedirectUrlValidator.FindError(url) is { } problem)
        {
            throw new ArgumentException($"The browser cannot be redirected to this URL: {problem}.", nameof(url));
        }

        return new StripeRedirectResult(url);
    }
}
