using Onboarding.Tests.Support;

namespace Onboarding.Tests;

/// <summary>Which browser can use the button, the refresh URL, and the return URL of a flow, and for how long.</summary>
public sealed class FlowTokenTests
{
    private const string Start = "Start onboarding for Harbor Books";
    private static readonly TimeSpan s_lifetime = TimeSpan.FromHours(12);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_return_URL_shows_nothing_in_another_browser(bool hasSession)
    {
        await using RunningApp running = await RunningApp.StartAsync();
        using Visitor visitor = running.NewVisitor();
        using Visitor stranger = running.NewVisitor();
        await visitor.PressAsync(Start);
        if (hasSession)
        {
            await stranger.GetAsync();
        }

        Response strange = await stranger.GetAsync(running.GetFirstLinkParameter("return_url"));
        Response own = await visitor.GetAsync(running.GetFirstLinkParameter("return_url"));

        Assert.Equal((302, "/", ""), (strange.StatusCode, strange.Location, strange.Text));
        Assert.Equal((200, "Welcome back, Harbor Books"), (own.StatusCode, own.Heading));
    }

    [Fact]
    public async Task A_refresh_URL_creates_no_link_in_another_browser()
    {
        await using RunningApp running = await RunningApp.StartAsync();
        using Visitor visitor = running.NewVisitor();
        using Visitor stranger = running.NewVisitor();
        await visitor.PressAsync(Start);
        await stranger.GetAsync();

        Response strange = await stranger.GetAsync(running.GetFirstLinkParameter("refresh_url"));

        Assert.Equal((403, null), (strange.StatusCode, strange.Location));
        Assert.DoesNotContain("Harbor", strange.Text, StringComparison.Ordinal);
        Assert.Single(running.LinkRequests);
    }

    [Fact]
    public async Task A_changed_token_is_rejected()
    {
        await using RunningApp running = await RunningApp.StartAsync();
        using Visitor visitor = running.NewVisitor();
        await visitor.PressAsync(Start);

        Response refresh = await visitor.GetAsync(Change(running.GetFirstLinkParameter("refresh_url")));
        Response back = await visitor.GetAsync(Change(running.GetFirstLinkParameter("return_url")));

        Assert.Equal((403, 302), (refresh.StatusCode, back.StatusCode));
        Assert.Single(running.LinkRequests);
    }

    [Fact]
    public async Task A_button_works_for_twelve_hours()
    {
        await using RunningApp running = await RunningApp.StartAsync();
        using Visitor visitor = running.NewVisitor();
        Dictionary<string, string> form = (await visitor.GetAsync()).GetForm(Start);

        running.Clock.Advance(s_lifetime - TimeSpan.FromSeconds(1));
        Response inTime = await visitor.PressAsync(form);
        running.Clock.Advance(TimeSpan.FromSeconds(1));
        Response late = await visitor.PressAsync(form);

        Assert.Equal(303, inTime.StatusCode);
        Assert.Equal((400, "This page was open for too long"), (late.StatusCode, late.Heading));
        Assert.Single(running.LinkRequests);
    }

    [Fact]
    public async Task The_URLs_of_a_flow_work_for_twelve_hours()
    {
        await using RunningApp running = await RunningApp.StartAsync();
        using Visitor visitor = running.NewVisitor();
        await visitor.PressAsync(Start);

        running.Clock.Advance(s_lifetime - TimeSpan.FromSeconds(1));
        string[] urls = [running.GetFirstLinkParameter("refresh_url"), running.GetFirstLinkParameter("return_url")];
        Response[] inTime = [await visitor.GetAsync(urls[0]), await visitor.GetAsync(urls[1])];
        running.Clock.Advance(TimeSpan.FromSeconds(1));
        Response[] late = [await visitor.GetAsync(urls[0]), await visitor.GetAsync(urls[1])];

        Assert.Equal([303, 200], inTime.Select(response => response.StatusCode));
        Assert.Equal([403, 302], late.Select(response => response.StatusCode));
        Assert.Equal(2, running.LinkRequests.Count);
    }

    /// <summary>Changes one character in the middle of a token, or of a URL that ends with one.</summary>
    internal static string Change(string token)
    {
        int index = token.Length - 40;
        return string.Concat(token.AsSpan(0, index), token[index] == 'A' ? "B" : "A", token.AsSpan(index + 1));
    }
}
