using Lattice.Stripe.Testing.Answers;
using Lattice.Stripe.Testing.Http;

namespace Lattice.Stripe.Testing.Idempotency;

/// <summary>
/// Remembers what requests with an idempotency key were answered. See
/// <see href="https://docs.stripe.com/api/idempotent_requests">Idempotent requests</see> in Stripe's reference.
/// </summary>
internal sealed class IdempotencyStore(TimeProvider clock)
{
    /// <summary>The most keys that are remembered; the oldest make room for new ones.</summary>
    private const int MaximumCount = 10_000;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private readonly object _gate = new();
    private readonly Dictionary<IdempotencyKey, Use> _uses = [];
    private readonly Queue<Use> _oldestFirst = [];

    /// <summary>Answers from memory where the key was used before; else performs the call and remembers its answer.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="perform">Decides about a request that is not a repetition. Only what was carried out is remembered.</param>
    /// <param name="cancellationToken">Ends the wait of the caller. What has a key goes on without them.</param>
    public async Task<Answer> OnceAsync(
        Exchange exchange, Func<CancellationToken, Task<Answer>> perform, CancellationToken cancellationToken)
    {
        if (IdempotencyKey.Of(exchange) is not { } key) return await perform(cancellationToken).ConfigureAwait(false);

        var use = new Use(key, exchange, clock.GetUtcNow());
        return Recall(use) ?? await CarryOutAsync(use, perform).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<Answer> CarryOutAsync(Use use, Func<CancellationToken, Task<Answer>> perform)
    {
        try
        {
            Answer answer = await perform(CancellationToken.None).ConfigureAwait(false);
            if (answer.IsCarriedOut) use.Answer = answer;
            return answer;
        }
        finally
        {
            if (use.Answer is null) Forget(use);
        }
    }

    /// <summary>The answer that an earlier use of the key calls for; null when this is the first, which is noted.</summary>
    private Answer? Recall(Use use)
    {
        lock (_gate)
        {
            while (_oldestFirst.TryPeek(out Use? oldest) && use.Start - oldest.Start >= Lifetime) DropOldest();
            if (_uses.TryGetValue(use.Key, out Use? earlier)) return AnswerAgain(earlier, use);

            if (_oldestFirst.Count == MaximumCount) DropOldest();
            _uses.Add(use.Key, use);
            _oldestFirst.Enqueue(use);
            return null;
        }
    }

    private static Answer AnswerAgain(Use earlier, Use use)
    {
        if (earlier.Path != use.Path) return Refuse(Refusal.KeyUsedOtherwise(use.Key.Text, $"another endpoint ({earlier.Path})"));
        if (!earlier.Parameters.SequenceEqual(use.Parameters)) return Refuse(Refusal.KeyUsedOtherwise(use.Key.Text, "other parameters"));

        return earlier.Answer is { } answer
            ? answer with { IsReplayed = true, IsLost = false }
            : Refuse(Refusal.KeyInUse(use.Key.Text));

        Answer Refuse(Refusal refusal) => Answer.Of(refusal, use.IsV2);
    }

    private void Forget(Use use)
    {
        lock (_gate)
        {
            // Its place in the queue stays until its time comes; it may have been pushed out by then.
            if (_uses.TryGetValue(use.Key, out Use? current) && current == use) _uses.Remove(use.Key);
        }
    }

    private void DropOldest()
    {
        Use oldest = _oldestFirst.Dequeue();
        if (_uses.TryGetValue(oldest.Key, out Use? current) && current == oldest) _uses.Remove(oldest.Key);
    }

    /// <summary>A request that a key came with.</summary>
    private sealed class Use(IdempotencyKey key, Exchange exchange, DateTimeOffset start)
    {
        private volatile Answer? _answer;

        public IdempotencyKey Key { get; } = key;

        public DateTimeOffset Start { get; } = start;

        public string Path { get; } = $"{exchange.Request.Method} {exchange.Request.Path}";

        public bool IsV2 { get; } = exchange.Request.IsV2;

        public IReadOnlyList<KeyValuePair<string, string>> Parameters { get; } = exchange.Parameters.Canonical;

        /// <summary>Null while the request is being carried out.</summary>
        public Answer? Answer
        {
            get => _answer;
            set => _answer = value;
        }
    }
}
