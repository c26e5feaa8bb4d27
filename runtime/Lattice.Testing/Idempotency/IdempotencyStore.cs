using Lattice.Stripe.Testing.Errors;
using Lattice.Stripe.Testing.Redaction;
using Lattice.Stripe.Testing.Responses;

namespace Lattice.Stripe.Testing.Idempotency;

/// <summary>
/// Remembers the responses to requests with an idempotency key. See
/// <see href="https://docs.stripe.com/api/idempotent_requests">Idempotent requests</see> in Stripe's reference.
/// </summary>
internal sealed class IdempotencyStore(TimeProvider clock)
{
    /// <summary>The maximum number of remembered keys. A new key replaces the oldest one.</summary>
    private const int MaximumCount = 10_000;

    /// <summary>The maximum length of all remembered responses in bytes. A new response replaces the oldest ones.</summary>
    private const long MaximumBytes = 64 * 1024 * 1024;

    private static readonly TimeSpan s_lifetime = TimeSpan.FromHours(24);

    private readonly object _gate = new();
    private readonly Dictionary<IdempotencyKey, Use> _uses = [];
    private readonly Queue<Use> _oldestFirst = [];
    private long _size;

    /// <summary>Returns the remembered response if the key was used before; otherwise performs the request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="perform">Performs a request that is not a repetition. Its response is remembered if it was carried out.</param>
    /// <param name="cancellationToken">Ends the caller's wait. The request itself continues.</param>
    public async Task<ApiResponse> OnceAsync(
        KeyedRequest request, Func<CancellationToken, Task<ApiResponse>> perform, CancellationToken cancellationToken)
    {
        var use = new Use(request, clock.GetUtcNow());
        return Recall(use) ?? await CarryOutAsync(use, perform).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Returns the response that an earlier use of the key requires; null if this is the first use, which is added.</summary>
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
                return Replay(earlier, use.Request);
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

    private static ApiResponse Replay(Use earlier, KeyedRequest request)
    {
        if (earlier.Request.Endpoint != request.Endpoint)
        {
            return Fail(ApiError.IdempotencyKeyMismatch(request.Key.Text, $"another endpoint ({SecretText.Redact(earlier.Request.Endpoint)})"));
        }

        if (earlier.Request.ParameterDigest != request.ParameterDigest)
        {
            return Fail(ApiError.IdempotencyKeyMismatch(request.Key.Text, "other parameters"));
        }

        return earlier.Response is { } response
            ? response with { IsReplayed = true, IsDropped = false }
            : Fail(ApiError.KeyInUse(request.Key.Text));

        ApiResponse Fail(ApiError error) => ApiResponse.Of(error, request.IsV2);
    }

    private async Task<ApiResponse> CarryOutAsync(Use use, Func<CancellationToken, Task<ApiResponse>> perform)
    {
        try
        {
            ApiResponse response = await perform(CancellationToken.None).ConfigureAwait(false);
            if (response.IsCarriedOut)
            {
                Remember(use, response);
            }

            return response;
        }
        finally
        {
            if (use.Response is null)
            {
                Forget(use);
            }
        }
    }

    private void Remember(Use use, ApiResponse response)
    {
        lock (_gate)
        {
            if (!IsCurrent(use))
            {
                // So many keys have been used since that this one was forgotten.
                return;
            }

            use.Response = response;
            _size += response.Body.Length;
            while (_size > MaximumBytes && _oldestFirst.Peek() != use)
            {
                DropOldest();
            }
        }
    }

    private void Forget(Use use)
    {
        lock (_gate)
        {
            // The use stays in the queue until it expires. By then, a later use may have its key.
            RemoveIfCurrent(use);
        }
    }

    private void DropOldest() => RemoveIfCurrent(_oldestFirst.Dequeue());

    private void RemoveIfCurrent(Use use)
    {
        if (IsCurrent(use))
        {
            _uses.Remove(use.Key);
            _size -= use.Response?.Body.Length ?? 0;
        }
    }

    private bool IsCurrent(Use use) => _uses.TryGetValue(use.Key, out Use? current) && current == use;

    /// <summary>The first request with a key, and its response.</summary>
    private sealed class Use(KeyedRequest request, DateTimeOffset start)
    {
        private volatile ApiResponse? _response;

        public KeyedRequest Request { get; } = request;

        public IdempotencyKey Key => Request.Key;

        public DateTimeOffset Start { get; } = start;

        /// <summary>Null while the request is being carried out.</summary>
        public ApiResponse? Response
        {
            get => _response;
            set => _response = value;
        }
    }
}
