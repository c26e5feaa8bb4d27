using System.Collections.Concurrent;

namespace Onboarding.Tests.Support;

/// <summary>Records Stripe's responses to requests for links: the status, and whether it was a replay.</summary>
internal sealed class StripeResponses
{
    private readonly ConcurrentQueue<(int StatusCode, bool IsReplayed)> _responses = [];

    public IReadOnlyList<(int StatusCode, bool IsReplayed)> All => [.. _responses];

    /// <summary>Returns a handler for the Stripe client.</summary>
    public DelegatingHandler CreateHandler() => new Handler(_responses);

    private sealed class Handler(ConcurrentQueue<(int StatusCode, bool IsReplayed)> responses) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            if (request.Method == HttpMethod.Post)
            {
                responses.Enqueue(((int)response.StatusCode, response.Headers.Contains("Idempotent-Replayed")));
            }

            return response;
        }
    }
}
