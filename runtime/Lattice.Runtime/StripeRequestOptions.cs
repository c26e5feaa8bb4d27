using System.Diagnostics.CodeAnalysis;

namespace Lattice.Stripe;

/// <summary>The options of one call. Options that are not set are taken from the client.</summary>
public sealed class StripeRequestOptions
{
    private readonly IReadOnlyDictionary<string, string>? _extraHeaders;
    private readonly IReadOnlyDictionary<string, string>? _extraParameters;

    /// <summary>Initializes options of which none is set.</summary>
    public StripeRequestOptions()
    {
    }

    /// <summary>Initializes a copy, to change some of the options: <c>new(request.Options) { MaxRetries = 0 }</c>.</summary>
    /// <param name="options">The options to copy; <see langword="null"/> for none.</param>
    public StripeRequestOptions(StripeRequestOptions? options)
    {
        if (options is not null)
        {
            ApiKey = options.ApiKey;
            ApiVersion = options.ApiVersion;
            StripeAccount = options.StripeAccount;
            StripeContext = options.StripeContext;
            IdempotencyKey = options.IdempotencyKey;
            AttemptTimeout = options.AttemptTimeout;
            TotalTimeout = options.TotalTimeout;
            MaxRetries = options.MaxRetries;
            _extraHeaders = options._extraHeaders;
            _extraParameters = options._extraParameters;
        }
    }

    /// <summary>The API key for this call.</summary>
    public SecretString? ApiKey { get; init; }

    /// <summary>The <c>Stripe-Version</c> to send, such as <c>2026-09-30.endive</c>, followed by beta versions if you use any.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>The connected account (<c>acct_…</c>) to call for: the <c>Stripe-Account</c> header.</summary>
    public string? StripeAccount { get; init; }

    /// <summary>The <c>Stripe-Context</c> header.</summary>
    public string? StripeContext { get; init; }

    /// <summary>
    /// The <c>Idempotency-Key</c>: 1 to 255 printable ASCII characters, with inner spaces only. If not set, a random key is generated.
    /// A GET and a DELETE of API v1 are sent without one, because Stripe ignores it there. See
    /// <see href="https://docs.stripe.com/api/idempotent_requests">Idempotent requests</see> in Stripe's reference.
    /// </summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>
    /// The time for one attempt, including its whole response; positive, at most 24 days, or
    /// <see cref="Timeout.InfiniteTimeSpan"/>.
    /// </summary>
    public TimeSpan? AttemptTimeout { get; init; }

    /// <summary>The time for this call with all its attempts and the delays between them; positive, at most 24 days.</summary>
    public TimeSpan? TotalTimeout { get; init; }

    /// <summary>The maximum number of times that a failed attempt is repeated, if that is safe; 0 to 100.</summary>
    public int? MaxRetries { get; init; }

    /// <summary>
    /// Sets additional headers, which cannot be those that the client itself sends. Read them with
    /// <see cref="GetExtraHeaders"/>: serializers and structured loggers do not read a method.
    /// </summary>
    [SuppressMessage("Design", "CA1044", Justification = "A value may be a secret, and serializers would write it.")]
    public IReadOnlyDictionary<string, string>? ExtraHeaders
    {
        init => _extraHeaders = value;
    }

    /// <summary>
    /// Sets additional parameters of a form or a query, by their name in bracket notation (<c>a[b]</c>), which cannot be those that the
    /// params object sets. Read them with <see cref="GetExtraParameters"/>: serializers and structured loggers do not read a method.
    /// </summary>
    [SuppressMessage("Design", "CA1044", Justification = "A value may be a secret, and serializers would write it.")]
    public IReadOnlyDictionary<string, string>? ExtraParameters
    {
        init => _extraParameters = value;
    }

    /// <summary>The additional headers. It is a method and not a property because a value may be a secret.</summary>
    public IReadOnlyDictionary<string, string>? GetExtraHeaders() => _extraHeaders;

    /// <summary>
    /// The additional parameters of a form or a query. It is a method and not a property because a value may be a secret.
    /// </summary>
    public IReadOnlyDictionary<string, string>? GetExtraParameters() => _extraParameters;

    /// <summary>Returns the names of the options that are set.</summary>
    public override string ToString()
    {
        List<string> names = [];
        Add(nameof(ApiKey), ApiKey is { HasValue: true });
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
