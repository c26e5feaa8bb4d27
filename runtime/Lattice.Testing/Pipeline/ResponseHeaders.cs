using System.Globalization;
using Lattice.Stripe.Testing.Responses;

namespace Lattice.Stripe.Testing.Pipeline;

/// <summary>Creates the headers of a response.</summary>
internal static class ResponseHeaders
{
    private static readonly string[] s_echoed = ["Idempotency-Key", "Stripe-Account", "Stripe-Context"];

    /// <param name="context">The request.</param>
    /// <param name="response">The response.</param>
    /// <param name="version">The API version if the request specifies none.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> For(RequestContext context, ApiResponse response, string version)
    {
        // A replayed response comes from Stripe, even if a gateway sent the first one.
        bool isFromStripe = response is not { IsReplayed: false, Error.IsFromStripe: false };
        List<KeyValuePair<string, string>> headers = isFromStripe ? ForStripe(context, response, version) : [];
        if (response.Error?.RetryAfter is { } delay)
        {
            headers.Add(new("Retry-After", InSeconds(delay)));
        }

        if (response.Error?.ShouldRetry is { } should)
        {
            headers.Add(new("Stripe-Should-Retry", should ? "true" : "false"));
        }

        return headers;
    }

    private static List<KeyValuePair<string, string>> ForStripe(RequestContext context, ApiResponse response, string version)
    {
        List<KeyValuePair<string, string>> headers =
        [
            new("Request-Id", context.RequestId),
            new("Stripe-Version", context.Header("Stripe-Version") is { } sent && HeaderCheck.IsPrintable(sent) ? sent : version),
        ];
        foreach (string name in s_echoed)
        {
            if (context.Header(name) is { } value && HeaderCheck.IsPrintable(value))
            {
                headers.Add(new(name, value));
            }
        }

        if (response.IsReplayed)
        {
            headers.Add(new("Idempotent-Replayed", "true"));
        }

        if (response.StatusCode == 401)
        {
            headers.Add(new("WWW-Authenticate", "Bearer realm=\"Stripe\""));
        }

        return headers;
    }

    private static string InSeconds(TimeSpan delay)
        => ((long)Math.Ceiling(delay.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
}
