using Onboarding.Flows;
using Onboarding.Tests.Support;

namespace Onboarding.Tests;

/// <summary>How often a flow gets a new link: five times, however many requests come, and at whatever time.</summary>
public sealed class RenewalLimitTests
{
    private const string Start = "Start onboarding for Harbor Books";

    [Fact]
    public async Task Forty_refreshes_at_once_get_five_links()
    {
        await using RunningApp running = await RunningApp.StartAsync();
        using Visitor visitor = running.NewVisitor();
        await visitor.PressAsync(Start);
        string refresh = running.GetFirstLinkParameter("refresh_url");

        Response[] renewals = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => visitor.GetAsync(refresh)));

        Assert.Equal(
            [(303, 5), (409, 35)],
            renewals.CountBy(response => response.StatusCode).Select(count => (count.Key, count.Value)).Order());
        Assert.Equal(5, renewals.Select(response => response.Location).OfType<string>().Distinct().Count());
        Assert.Equal(6, running.LinkKeys.Count);
    }

    [Fact]
    public async Task Each_flow_has_its_own_limit()
    {
        await using RunningApp running = await RunningApp.StartAsync();
        using Visitor visitor = running.NewVisitor();
        await visitor.PressAsync(Start);
        await visitor.PressAsync(Start);
        string[] refreshes = running.GetLinkParameters("refresh_url");

        Response[] renewals = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => visitor.GetAsync(refreshes[number % 2])));

        Assert.Equal(10, renewals.Count(response => response.StatusCode == 303));
        Assert.Equal(12, running.LinkKeys.Count);
    }

    [Fact]
    public void Memory_is_bounded_the_flow_that_expires_first_is_forgotten()
    {
        var limit = new RenewalLimit(new FakeTimeProvider());
        Flow first = CreateFlow(0);
        for (int i = 0; i < RenewalLimit.Maximum; i++)
        {
            Assert.True(limit.TryCount(first, out _));
        }

        Assert.False(limit.TryCount(first, out _));
        for (int i = 1; i <= RenewalLimit.Capacity; i++)
        {
            Assert.True(limit.TryCount(CreateFlow(i), out int renewal) && renewal == 1);
        }

        Assert.True(limit.TryCount(first, out int again));
        Assert.Equal(1, again);
    }

    private static Flow CreateFlow(int number) => new(
        $"flow{number}", "session", "acct_1", "account_onboarding", DateTimeOffset.MaxValue.AddTicks(number - RenewalLimit.Capacity));
}
