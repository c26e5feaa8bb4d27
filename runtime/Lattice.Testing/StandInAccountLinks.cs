using System.Text.Json;
using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing;

/// <summary>
/// The account links of a <see cref="StripeStandIn"/>, as the form behind them sees them: each works one time, for 300
/// seconds of the stand-in's clock. It may be used from several threads at once.
/// </summary>
public sealed class StandInAccountLinks
{
    /// <summary>The most links that are remembered; the oldest make room for new ones.</summary>
    private const int MaximumCount = 10_000;

    /// <summary>How long a link lives whose expiry a test has not planned.</summary>
    private static readonly TimeSpan s_lifetime = TimeSpan.FromSeconds(300);

    private static readonly long s_minimumSeconds = DateTimeOffset.MinValue.ToUnixTimeSeconds();
    private static readonly long s_maximumSeconds = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    private readonly object _gate = new();
    private readonly Dictionary<string, Link> _links = new(StringComparer.Ordinal);
    private readonly Queue<string> _oldestFirst = [];
    private readonly TimeProvider _clock;

    internal StandInAccountLinks(TimeProvider clock) => _clock = clock;

    /// <summary>Says what a link is good for, without visiting it.</summary>
    /// <param name="url">The link's <c>url</c>, as it was answered.</param>
    public AccountLinkState GetState(string url)
    {
        ArgumentNullException.ThrowIfNull(url);

        lock (_gate)
        {
            return StateOf(_links.GetValueOrDefault(url));
        }
    }

    /// <summary>Opens a link, which uses it up. Of several visits at once, one finds it valid.</summary>
    /// <param name="url">The link's <c>url</c>, as it was answered.</param>
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

    /// <summary>Remembers the link, if the response is one.</summary>
    internal void Note(Schema schema, byte[] body, ParameterNode sent)
    {
        if (schema.Resource is not ("account_link" or "v2.core.account_link"))
        {
            return;
        }

        // A test may have planned a link without a URL, or with an expiry that cannot be read: nobody can visit it.
        using var response = JsonDocument.Parse(body);
        if (Find(response, "url") is not { ValueKind: JsonValueKind.String } url)
        {
            return;
        }

        if ((Find(response, "expires_at") is { } expiry ? TimeOf(expiry) : _clock.GetUtcNow() + s_lifetime) is not { } expiresAt)
        {
            return;
        }

        lock (_gate)
        {
            if (_oldestFirst.Count == MaximumCount)
            {
                _links.Remove(_oldestFirst.Dequeue());
            }

            if (_links.TryAdd(url.GetString()!, new Link(sent, expiresAt)))
            {
                _oldestFirst.Enqueue(url.GetString()!);
            }
        }
    }

    private static JsonElement? Find(JsonDocument response, string name)
        => response.RootElement.TryGetProperty(name, out JsonElement value) ? value : null;

    /// <summary>Of v1 the seconds since 1970, of v2 RFC 3339.</summary>
    private static DateTimeOffset? TimeOf(JsonElement time) => time.ValueKind switch
    {
        JsonValueKind.Number when time.TryGetInt64(out long seconds) && seconds >= s_minimumSeconds && seconds <= s_maximumSeconds
            => DateTimeOffset.FromUnixTimeSeconds(seconds),
        JsonValueKind.String when Rfc3339.TryRead(time.GetString()!, out DateTimeOffset read) => read,
        _ => null,
    };

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
