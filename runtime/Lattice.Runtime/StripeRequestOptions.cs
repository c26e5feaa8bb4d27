using System.Diagnostics.CodeAnalysis;

namespace Lattice.Stripe;

/// <summary>What one call does otherwise than its client. What is not set is as the client says.</summary>
public sealed class StripeRequestOptions
{
    private readonly IReadOnlyDictionary<string, string>? _extraHeaders;
    private readonly IReadOnlyDictionary<string, string>? _extraParameters;

    /// <summary>The key to make this call with.</summary>
    public SecretString ApiKey { get; init; }

    /// <summary>The <c>Stripe-Version</c> to send, such as <c>2026-09-30.endive</c>, with betas behind it where you use some.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>The connected account (<c>acct_…</c>) to make this call for.</summary>
    public string? StripeAccount { get; init; }

    /// <summary>The <c>Stripe-Context</c> header.</summary>
    public string? StripeContext { get; init; }

    /// <summary>
    /// The <c>Idempotency-Key</c>: 1 to 255 printable ASCII characters, with spaces only inside; a random one if not set. See
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

    /// <summary>
    /// Sets headers to send besides; not those that the client itself sends. They are read with
    /// <see cref="GetExtraHeaders"/>: serializers and structured loggers do not see them.
    /// </summary>
    [SuppressMessage("Design", "CA1044", Justification = "A value may be a secret, and serializers would show it.")]
    public IReadOnlyDictionary<string, string>? ExtraHeaders
    {
        init => _extraHeaders = value;
    }

    /// <summary>
    /// Sets form parameters to send besides, by their name in bracket notation (<c>a[b]</c>); not those that the parameters
    /// set. They are read with <see cref="GetExtraParameters"/>: serializers and structured loggers do not see them.
    /// </summary>
    [SuppressMessage("Design", "CA1044", Justification = "A value may be a secret, and serializers would show it.")]
    public IReadOnlyDictionary<string, string>? ExtraParameters
    {
        init => _extraParameters = value;
    }

    /// <summary>The headers to send besides. It is a method and not a property because a value may be a secret.</summary>
    public IReadOnlyDictionary<string, string>? GetExtraHeaders() => _extraHeaders;

    /// <summary>The form parameters to send besides. It is a method and not a property because a value may be a secret.</summary>
    public IReadOnlyDictionary<string, string>? GetExtraParameters() => _extraParameters;

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
        Add(nameof(ExtraHeaders), _extraHeaders is not null);
        Add(nameof(ExtraParameters), _extraParameters is not null);
        return $"{nameof(StripeRequestOptions)} {{ {string.Join(", ", names)} }}";

        void Add(string name, bool isSet)
        {
            if (isSet)
            {
                names.Add(name);
            }
        }
    }
}
