using Onboarding.Tests.Support;

namespace Onboarding.Tests.Webhooks;

/// <summary>Events in any order, and responses to requests for the account: the newest of all counts.</summary>
public sealed class NewestStateTests
{
    [Fact]
    public async Task An_older_event_does_not_replace_a_newer_one()
    {
        await using RealApp app = await RealApp.StartAsync();

        await app.SendAsync(new AccountEvent { Created = app.Now, Fields = AccountEvent.Active });
        await app.SendAsync(new AccountEvent { Created = app.Now.AddSeconds(-1), Fields = AccountEvent.InReview });

        Assert.Equal("Ready to be paid", await app.GetBadgeAsync());
    }

    [Fact]
    public async Task A_newer_event_replaces_an_older_one_and_a_repeated_one_changes_nothing()
    {
        await using RealApp app = await RealApp.StartAsync();
        var older = new AccountEvent { Created = app.Now.AddSeconds(-1), Fields = AccountEvent.InReview };
        var newer = new AccountEvent { Created = app.Now, Fields = AccountEvent.Active };

        List<string> badges = [];
        foreach (AccountEvent sent in new[] { older, older, newer, older, newer })
        {
            await app.SendAsync(sent);
            badges.Add(await app.GetBadgeAsync());
        }

        Assert.Equal(["In review", "In review", "Ready to be paid", "Ready to be paid", "Ready to be paid"], badges);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_two_states_in_the_same_second_none_is_taken_for_the_newest(bool isReversed)
    {
        await using RealApp app = await RealApp.StartAsync();
        string[] states = [AccountEvent.InReview, AccountEvent.Active];
        foreach (string state in isReversed ? states.Reverse() : states)
        {
            await app.SendAsync(new AccountEvent { Created = app.Now, Fields = state });
        }

        string before = await app.GetBadgeAsync();
        await app.SendAsync(new AccountEvent { Created = app.Now.AddSeconds(1), Fields = AccountEvent.Active });

        Assert.Equal(("Unknown", "Ready to be paid"), (before, await app.GetBadgeAsync()));
    }

    [Fact]
    public async Task A_response_to_a_later_request_counts_more_than_an_event()
    {
        await using RealApp app = await RealApp.StartAsync();
        await app.SendAsync(new AccountEvent { Created = app.Now, Fields = AccountEvent.NotSubmitted });
        app.SetAccount(AccountEvent.Active);
        app.Running.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("Ready to be paid", await app.GetBadgeAsync());
    }

    [Fact]
    public async Task An_event_that_arrives_during_a_request_counts_more_than_the_response()
    {
        await using RealApp app = await RealApp.StartAsync();
        app.SetAccount(AccountEvent.NotSubmitted);
        app.OnRetrieve(async () =>
        {
            app.Running.Clock.Advance(TimeSpan.FromSeconds(2));
            await app.SendAsync(new AccountEvent { Created = app.Now, Fields = AccountEvent.Active });
        });

        Assert.Equal("Ready to be paid", await app.GetBadgeAsync());
    }

    [Fact]
    public async Task An_older_event_that_arrives_during_a_request_counts_less_than_the_response()
    {
        await using RealApp app = await RealApp.StartAsync();
        app.SetAccount(AccountEvent.Active);
        app.OnRetrieve(() => app.SendAsync(new AccountEvent { Created = app.Now.AddSeconds(-1), Fields = AccountEvent.NotSubmitted }));

        Assert.Equal("Ready to be paid", await app.GetBadgeAsync());
    }

    [Fact]
    public async Task An_event_in_the_second_of_the_request_counts_more_than_the_response()
    {
        await using RealApp app = await RealApp.StartAsync();
        app.Running.Clock.Advance(TimeSpan.FromMilliseconds(500));
        app.SetAccount(AccountEvent.NotSubmitted);
        await app.SendAsync(new AccountEvent { Created = app.Now, Fields = AccountEvent.Active });

        Assert.Equal("Ready to be paid", await app.GetBadgeAsync());
    }

    [Fact]
    public async Task An_earlier_response_is_not_shown_when_a_request_fails()
    {
        await using RealApp app = await RealApp.StartAsync();
        app.SetAccount(AccountEvent.NotSubmitted);
        string before = await app.GetBadgeAsync();
        app.RemoveAccount();

        // The seller may have finished the form since then.
        Assert.Equal(("Not finished", "Unknown"), (before, await app.GetBadgeAsync()));
    }

    [Fact]
    public async Task An_event_without_a_state_changes_nothing()
    {
        await using RealApp app = await RealApp.StartAsync();
        app.SetAccount(AccountEvent.Active);

        int status = await app.SendAsync(new AccountEvent { Created = app.Now, Fields = "\"charges_enabled\": true" });

        Assert.Equal((200, "Ready to be paid"), (status, await app.GetBadgeAsync()));
    }
}
