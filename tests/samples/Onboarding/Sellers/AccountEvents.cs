using System.Collections.Concurrent;

namespace Onboarding.Sellers;

/// <summary>The state of each account in the latest event that Stripe has sent. A real platform keeps it in its database.</summary>
/// <remarks>
/// Stripe may send events in any order, and each of them more than once. So the time of an event decides, and not its arrival.
/// </remarks>
internal sealed class AccountEvents
{
    private readonly ConcurrentDictionary<string, Report> _latest = [];

    /// <param name="account">The account.</param>
    /// <param name="state">The state of the account in the event.</param>
    /// <param name="created">When Stripe created the event.</param>
    public void Add(string account, AccountState state, DateTimeOffset created)
    {
        var added = new Report(state, created);
        _latest.AddOrUpdate(account, added, (_, known) => GetLatest(known, added));
    }

    /// <summary>Returns the state in the latest event, or null if there is no event from this time or later.</summary>
    public AccountState? Find(string account, DateTimeOffset since) =>
        _latest.TryGetValue(account, out Report latest) && latest.State != AccountState.Unknown && latest.End > since ? latest.State : null;

    /// <summary>
    /// Times of events have no fractions of a second. Nobody knows which of two states in the same second came last, so Stripe has to be
    /// asked.
    /// </summary>
    private static Report GetLatest(Report known, Report added) =>
        added.Created > known.Created ? added
        : added.Created < known.Created || added.State == known.State ? known
        : known with { State = AccountState.Unknown };

    private readonly record struct Report(AccountState State, DateTimeOffset Created)
    {
        /// <summary>The end of the second in which the event was created.</summary>
        public DateTimeOffset End => Created.AddSeconds(1);
    }
}
