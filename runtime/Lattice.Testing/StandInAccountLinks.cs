using Lattice.Stripe.Testing.Operations;
using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Pipeline;
using Lattice.Stripe.Testing.Responses;
using Lattice.Stripe.Testing.Spec;
using Lattice.Stripe.Testing.Storage;

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
    private readonly StripeStandInOptions _options;
    private readonly ObjectStore _store;
    private readonly ChangePublisher _publisher;

    internal StandInAccountLinks(StripeStandInOptions options, ObjectStore store, ChangePublisher publisher)
    {
        _clock = options.TimeProvider;
        _options = options;
        _store = store;
        _publisher = publisher;
    }

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

            var visit = new AccountLinkVisit(state, link?.Account, link?.UseCase, link?.RefreshUrl, link?.ReturnUrl);
            if (link is not null && state == AccountLinkState.Valid)
            {
                link.Form = visit;
            }

            return visit;
        }
    }

    /// <summary>
    /// Finishes the form that a link opened, as a user would: if the stand-in keeps the account, its details are submitted, charges and
    /// payouts are enabled, and no requirement is due. Then it calls <see cref="StripeStandInOptions.OnChanged"/> with
    /// <c>account.updated</c>, and <see cref="StripeStandInOptions.OnFormFinished"/>.
    /// </summary>
    /// <param name="url">The link's <c>url</c>, as the response has it.</param>
    /// <returns>Whether the link has opened the form. Only a visit to a valid link opens it.</returns>
    public bool Finish(string url)
    {
        ArgumentNullException.ThrowIfNull(url);

        Link? link;
        int count;
        lock (_gate)
        {
            link = _links.GetValueOrDefault(url);
            if (link?.Form is null)
            {
                return false;
            }

            count = ++link.FinishCount;
        }

        StoredObject? account;
        lock (_store.Gate)
        {
            account = link.Account is { } id ? AccountForm.Finish(link.Metadata.Objects, id) : null;
        }

        if (account is not null)
        {
            _publisher.Publish([new ObjectChange(ChangeKind.Updated, account)], link.Metadata.Text, $"form/{count}");
        }

        _options.OnFormFinished?.Invoke(link.Form);
        return true;
    }

    /// <summary>Adds a link that is about to be returned, if the response is an account link.</summary>
    /// <param name="call">The request for the link.</param>
    /// <param name="link">The link; null if nobody can follow it.</param>
    internal void Add(OperationCall call, HostedLink? link)
    {
        Schema schema = call.Operation.Response;
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

            if (_links.TryAdd(link.Url, new Link(call.Sent, call.Metadata, expiresAt)))
            {
                _oldestFirst.Enqueue(link.Url);
            }
        }

        lock (_store.Gate)
        {
            AccountForm.Begin(call);
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

    private sealed class Link(ParameterNode sent, ResponseMetadata metadata, DateTimeOffset expiresAt)
    {
        public ResponseMetadata Metadata { get; } = metadata;

        public string? Account { get; } = sent.FindValue("account");

        public string? UseCase { get; } = sent.FindValue("type");

        public string? RefreshUrl { get; } = sent.FindValue("refresh_url");

        public string? ReturnUrl { get; } = sent.FindValue("return_url");

        public DateTimeOffset ExpiresAt { get; } = expiresAt;

        public bool IsUsed { get; set; }

        /// <summary>The visit that opened the form; null before that.</summary>
        public AccountLinkVisit? Form { get; set; }

        public int FinishCount { get; set; }
    }
}
