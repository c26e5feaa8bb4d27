using System.Collections.Concurrent;

namespace Onboarding.Tests.Support;

/// <summary>Keeps what Stripe answered the app: the statuses, and whether the answer was one from before.</summary>
internal sealed class StripeAnswers
{
    private readonly ConcurrentQueue<(int Status, bool IsReplayed)> _answers = [];

    public IReadOnlyList<(int Status, bool IsReplayed)> All => [.. _answers];

    /// <summary>A handler for the client that asks Stripe.</summary>
    public DelegatingHandler CreateHandler() => new Handler(_answers);

    private sealed class Handler(ConcurrentQueue<(int Status, bool IsReplayed)> answers) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            answers.Enqueue(((int)response.StatusCode, response.Headers.Contains("Idempotent-Replayed")));
            return response;
        }
    }
}
