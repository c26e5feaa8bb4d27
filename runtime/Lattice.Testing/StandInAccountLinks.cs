using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Responses;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing;

/// <summary>
/// The account links of a <see cref="StripeStandIn"/>, as the form that they open sees them: each of them works once, for 300
/// seconds of the stand-in's clock. Instances are thread-safe.
/// </summary>
public sealed class StandInAccountLinks
{
    /// <summary>The maximum number of remembered links. A new link replaces the oldest one.</summary>
    private const int MaximumCount = 10_000;

    /// <summary>The lifetime of a link without <c>expires_at</c>, which only a stub can return.</summary>
    private static readonly TimeSpan s_lifetime = TimeSpan.FromSeconds(300);

    private readonly object _gate = new();
    private readonly Dictionary<string, Link> _links = new(StringComparer.Ordinal);
    private readonly Queue<string> _oldestFirst = [];
    private readonly TimeProvider _clock;

    internal StandInAccountLinks(TimeProvider clock) => _clock = clock;

    /// <summary>Gets the state of a link without visiting it.</summary>
    /// <param name="url">The link's <c>url</c>, as the response has it.</param>
    public AccountLinkState GetState(string url)
    {
        ArgumentNullException.ThrowIfNull(url);

        lock (_gate)
        {
            return StateOf(_links.GetValueOrDefault(url));
        }
    }

    /// <summary>Opens a link, which uses it up. If several visits happen at once, only one of them finds the link valid.</summary>
    /// <param name="url">The link's <c>url</c>, as the response has it.</param>
    public AccountLinkVisit Visit(string url)
    {
        ArgumentNullException.ThrowIfNull(url);

        lock (_gate)
        {
            Link? link = _links.GetValueOrDefault(url);
            AccountLinkState state = StateOf(link);
            if (link is not null)
            {
                link.IsUsed = true;
            }

            return new AccountLinkVisit(state, link?.Account, link?.UseCase, link?.RefreshUrl, link?.ReturnUrl);
        }
    }

    /// <summary>Adds a link that is about to be returned, if the response is an account link.</summary>
    /// <param name="schema">The schema of the response.</param>
    /// <param name="link">The link; null if nobody can follow it.</param>
    /// <param name="sent">The parameters of the request.</param>
    internal void Add(Schema schema, HostedLink? link, ParameterNode sent)
    {
        if (link is null || schema.Resource is not ("account_link" or "v2.core.account_link"))
        {
            return;
        }

        DateTimeOffset expiresAt = link.ExpiresAt is { } time ? AsWritten(time, schema) : _clock.GetUtcNow() + s_lifetime;
        lock (_gate)
        {
            if (_oldestFirst.Count == MaximumCount)
            {
                _links.Remove(_oldestFirst.Dequeue());
            }

            if (_links.TryAdd(link.Url, new Link(sent, expiresAt)))
            {
                _oldestFirst.Enqueue(link.Url);
            }
        }
    }

    /// <summary>The time as the client reads it: Unix times have no fractions of a second.</summary>
    private static DateTimeOffset AsWritten(DateTimeOffset time, Schema schema)
        => schema.Find("expires_at")?.Schema.Kind == SchemaKind.Integer
            ? DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds())
            : time;

    private AccountLinkState StateOf(Link? link) => link switch
    {
        null => AccountLinkState.Unknown,
        { IsUsed: true } => AccountLinkState.AlreadyUsed,
        _ when _clock.GetUtcNow() >= link.ExpiresAt => AccountLinkState.Expired,
        _ => AccountLinkState.Valid,
    };

    private sealed class Link(ParameterNode sent, DateTimeOffset expiresAt)
    {
        public string? Account { get; } = sent.FindValue("account");

        public string? UseCase { get; } = sent.FindValue("type");

        public string? RefreshUrl { get; } = sent.FindValue("refresh_url");

        public string? ReturnUrl { get; } = sent.FindValue("return_url");

        public DateTimeOffset ExpiresAt { get; } = expiresAt;

        public bool IsUsed { get; set; }
    }
}
