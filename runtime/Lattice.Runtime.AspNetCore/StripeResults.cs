using Lattice.Stripe.Redirects;

namespace Lattice.Stripe;

/// <summary>Results for ASP.NET Core endpoints, in minimal APIs and in MVC.</summary>
public static class StripeResults
{
    /// <summary>
    /// Redirects the browser to a secret URL, such as that of an account link, with status 303 (See Other). No cache stores the response,
    /// the page at the URL does not get the address of the previous page, and the URL is not logged.
    /// </summary>
    /// <param name="url">
    /// An absolute URL: <c>https</c>, or <c>http</c> on a loopback address (<c>localhost</c>, <c>127.0.0.0/8</c>, <c>::1</c>).
    /// It is sent unchanged.
    /// </param>
    /// <returns>A result that an endpoint of a minimal API and an action of an MVC controller can return.</returns>
    /// <exception cref="ArgumentException">
    /// The secret has no value, or it is not such a URL: it is relative, has another scheme, contains a user name, a control
    /// character, a space or another character that must be percent-encoded. The message does not contain the URL.
    /// </exception>
    public static StripeRedirectResult Redirect(SecretString url)
    {
        if (RedirectUrlValidator.FindError(url) is { } error)
        {
            throw new ArgumentException($"The browser cannot be redirected to this URL: {error}.", nameof(url));
        }

        return new StripeRedirectResult(url);
    }
}
