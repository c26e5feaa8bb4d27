using System.Globalization;
using Lattice.Stripe.Testing.Answers;

namespace Lattice.Stripe.Testing.Http;

/// <summary>The headers of an answer.</summary>
internal static class ResponseHeaders
{
    private static readonly string[] Echoed = ["Idempotency-Key", "Stripe-Account", "Stripe-Context"];

    /// <param name="exchange">The request.</param>
    /// <param name="answer">What it is answered with.</param>
    /// <param name="version">The API version where the request asks for none.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> For(Exchange exchange, Answer answer, string version)
    {
        // What is replayed comes from Stripe's memory, whatever sent it first.
        bool isFromStripe = answer is not { IsReplayed: false, Refusal.IsFromStripe: false };
        List<KeyValuePair<string, string>> headers = isFromStripe ? ForStripe(exchange, answer, version) : [];
        if (answer.Refusal?.RetryAfter is { } delay) headers.Add(new("Retry-After", InSeconds(delay)));
        if (answer.Refusal?.ShouldRetry is { } should) headers.Add(new("Stripe-Should-Retry", should ? "true" : "false"));
        return headers;
    }

    private static List<KeyValuePair<string, string>> ForStripe(Exchange exchange, Answer answer, string version)
    {
        List<KeyValuePair<string, string>> headers =
        [
            new("Request-Id", exchange.RequestId),
            new("Stripe-Version", exchange.Header("Stripe-Version") is { } asked && HeaderCheck.IsPrintable(asked) ? asked : version),
        ];
        foreach (string name in Echoed)
            if (exchange.Header(name) is { } value && HeaderCheck.IsPrintable(value)) headers.Add(new(name, value));

        if (answer.IsReplayed) headers.Add(new("Idempotent-Replayed", "true"));
        if (answer.Status == 401) headers.Add(new("WWW-Authenticate", "Bearer realm=\"Stripe\""));
        return headers;
    }

    private static string InSeconds(TimeSpan delay)
        => ((long)Math.Ceiling(delay.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
}
