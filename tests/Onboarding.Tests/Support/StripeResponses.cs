using System.Collections.Concurrent;

namespace Onboarding.Tests.Support;

/// <summary>Keeps what Stripe answered the app: the statuses, and whether the response was one from before.</summary>
internal sealed class StripeResponses
{
    private readonly ConcurrentQueue<(int StatusCode, bool IsReplayed)> _responses = [];

    public IReadOnlyList<(int StatusCode, bool IsReplayed)> All => [.. _responses];

    /// <summary>A handler for the client that asks Stripe.</summary>
    public DelegatingHandler CreateHandler() => new Handler(_responses);

    private sealed class Handler(ConcurrentQueue<(int StatusCode, bool IsReplayed)> responses) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            responses.Enqueue(((int)response.StatusCode, response.Headers.Contains("Idempotent-Replayed")));
            return response;
        }
    }
}
