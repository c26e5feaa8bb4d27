namespace Lattice.Stripe;

/// <summary>What one call does otherwise than its client. What is not set is as the client says.</summary>
public sealed class RequestOptions
{
    /// <summary>The key to make this call with.</summary>
    public SecretString ApiKey { get; init; }

    /// <summary>The <c>Stripe-Version</c> to send.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>The connected account (<c>acct_…</c>) to make this call for.</summary>
    public string? StripeAccount { get; init; }

    /// <summary>The <c>Stripe-Context</c> header.</summary>
    public string? StripeContext { get; init; }

    /// <summary>
    /// The <c>Idempotency-Key</c>, at most 255 printable ASCII characters; a random one if not set. See
    /// <see href="https://docs.stripe.com/api/idempotent_requests">Idempotent requests</see> in Stripe's reference.
    /// </summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>
    /// How long to wait for the whole response of one attempt; positive, at most 24 days, or
    /// <see cref="Timeout.InfiniteTimeSpan"/>.
    /// </summary>
    public TimeSpan? AttemptTimeout { get; init; }

    /// <summary>How long this call may take with all its attempts and the waits between them; positive, at most 24 days.</summary>
    public TimeSpan? TotalTimeout { get; init; }

    /// <summary>How often a failed attempt is repeated where that is safe; 0 (never) to 100.</summary>
    public int? MaxRetries { get; init; }

    /// <summary>Headers to send besides; not those that the client itself sends.</summary>
    public IReadOnlyDictionary<string, string>? ExtraHeaders { get; init; }

    /// <summary>
    /// Form parameters to send besides, by their name in brackets notation (<c>a[b]</c>); not those that the parameters
    /// set.
    /// </summary>
    public IReadOnlyDictionary<string, string>? ExtraParameters { get; init; }

    /// <summary>The names of the options that are set.</summary>
    public override string ToString()
    {
        List<string> names = [];
        Add(nameof(ApiKey), ApiKey.HasValue);
        Add(nameof(ApiVersion), ApiVersion is not null);
        Add(nameof(StripeAccount), StripeAccount is not null);
        Add(nameof(StripeContext), StripeContext is not null);
        Add(nameof(IdempotencyKey), IdempotencyKey is not null);
        Add(nameof(AttemptTimeout), AttemptTimeout is not null);
        Add(nameof(TotalTimeout), TotalTimeout is not null);
        Add(nameof(MaxRetries), MaxRetries is not null);
        Add(nameof(ExtraHeaders), ExtraHeaders is not null);
        Add(nameof(ExtraParameters), ExtraParameters is not null);
        return $"{nameof(RequestOptions)} {{ {string.Join(", ", names)} }}";

        void Add(string name, bool isSet)
        {
            if (isSet)
            {
                names.Add(name);
            }
        }
    }
}
