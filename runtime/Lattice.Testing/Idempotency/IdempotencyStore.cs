using Lattice.Stripe.Testing.Errors;
using Lattice.Stripe.Testing.Pipeline;
using Lattice.Stripe.Testing.Responses;

namespace Lattice.Stripe.Testing.Idempotency;

/// <summary>
/// Remembers what requests with an idempotency key were answered. See
/// <see href="https://docs.stripe.com/api/idempotent_requests">Idempotent requests</see> in Stripe's reference.
/// </summary>
internal sealed class IdempotencyStore(TimeProvider clock)
{
    /// <summary>The most keys that are remembered; the oldest make room for new ones.</summary>
    private const int MaximumCount = 10_000;

    private static readonly TimeSpan s_lifetime = TimeSpan.FromHours(24);

    private readonly object _gate = new();
    private readonly Dictionary<IdempotencyKey, Use> _uses = [];
    private readonly Queue<Use> _oldestFirst = [];

    /// <summary>Answers from memory where the key was used before; else performs the call and remembers its response.</summary>
    /// <param name="context">The request.</param>
    /// <param name="perform">Decides about a request that is not a repetition. Only what was carried out is remembered.</param>
    /// <param name="cancellationToken">Ends the wait of the caller. What has a key goes on without them.</param>
    public async Task<ApiResponse> OnceAsync(
        RequestContext context, Func<CancellationToken, Task<ApiResponse>> perform, CancellationToken cancellationToken)
    {
        if (IdempotencyKey.Of(context) is not { } key)
        {
            return await perform(cancellationToken).ConfigureAwait(false);
        }

        var use = new Use(key, context, clock.GetUtcNow());
        return Recall(use) ?? await CarryOutAsync(use, perform).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<ApiResponse> CarryOutAsync(Use use, Func<CancellationToken, Task<ApiResponse>> perform)
    {
        try
        {
            ApiResponse response = await perform(CancellationToken.None).ConfigureAwait(false);
            if (response.IsCarriedOut)
            {
                use.ApiResponse = response;
            }

            return response;
        }
        finally
        {
            if (use.ApiResponse is null)
            {
                Forget(use);
            }
        }
    }

    /// <summary>The response that an earlier use of the key calls for; null when this is the first, which is noted.</summary>
    private ApiResponse? Recall(Use use)
    {
        lock (_gate)
        {
            while (_oldestFirst.TryPeek(out Use? oldest) && use.Start - oldest.Start >= s_lifetime)
            {
                DropOldest();
            }

            if (_uses.TryGetValue(use.Key, out Use? earlier))
            {
                return Replay(earlier, use);
            }

            if (_oldestFirst.Count == MaximumCount)
            {
                DropOldest();
            }

            _uses.Add(use.Key, use);
            _oldestFirst.Enqueue(use);
            return null;
        }
    }

    private static ApiResponse Replay(Use earlier, Use use)
    {
        if (earlier.Path != use.Path)
        {
            return Refuse(ApiError.IdempotencyKeyMismatch(use.Key.Text, $"another endpoint ({earlier.Path})"));
        }

        if (!earlier.Parameters.SequenceEqual(use.Parameters))
        {
            return Refuse(ApiError.IdempotencyKeyMismatch(use.Key.Text, "other parameters"));
        }

        return earlier.ApiResponse is { } response
            ? response with { IsReplayed = true, IsLost = false }
            : Refuse(ApiError.KeyInUse(use.Key.Text));

        ApiResponse Refuse(ApiError error) => ApiResponse.Of(error, use.IsV2);
    }

    private void Forget(Use use)
    {
        lock (_gate)
        {
            // Its place in the queue stays until its time comes; it may have been pushed out by then.
            if (_uses.TryGetValue(use.Key, out Use? current) && current == use)
            {
                _uses.Remove(use.Key);
            }
        }
    }

    private void DropOldest()
    {
        Use oldest = _oldestFirst.Dequeue();
        if (_uses.TryGetValue(oldest.Key, out Use? current) && current == oldest)
        {
            _uses.Remove(oldest.Key);
        }
    }

    /// <summary>A request that a key came with.</summary>
    private sealed class Use(IdempotencyKey key, RequestContext context, DateTimeOffset start)
    {
        private volatile ApiResponse? _response;

        public IdempotencyKey Key { get; } = key;

        public DateTimeOffset Start { get; } = start;

        public string Path { get; } = $"{context.Request.Method} {context.Request.Path}";

        public bool IsV2 { get; } = context.Request.IsV2;

        public IReadOnlyList<KeyValuePair<string, string>> Parameters { get; } = context.Parameters.Canonical;

        /// <summary>Null while the request is being carried out.</summary>
        public ApiResponse? ApiResponse
        {
            get => _response;
            set => _response = value;
        }
    }
}
