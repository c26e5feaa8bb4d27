using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Sellers;
using Onboarding.Tests.Support;

namespace Onboarding.Tests;

/// <summary>Browsers that were here before the app was restarted, as for a deployment.</summary>
public sealed class RestartTests
{
    private const string Start = "Start onboarding for Harbor Books";

    private readonly EphemeralDataProtectionProvider _keys = new();
    private readonly CookieContainer _cookies = new();

    [Fact]
    public async Task A_flow_continues_after_a_restart()
    {
        (string refresh, string back) = await StartFlowAsync();
        await using RunningApp restarted = await StartAppAsync();
        using Visitor visitor = restarted.NewVisitor(_cookies);

        Response renewal = await visitor.GetAsync(refresh);
        Response returned = await visitor.GetAsync(back);

        Assert.Equal(303, renewal.StatusCode);
        Assert.Equal((200, "Welcome back, Harbor Books"), (returned.StatusCode, returned.Heading));
    }

    [Fact]
    public async Task All_tabs_that_are_reloaded_at_once_after_a_restart_work()
    {
        await StartFlowAsync();
        await using RunningApp restarted = await StartAppAsync();
        using Visitor visitor = restarted.NewVisitor(_cookies);

        Response[] tabs = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => visitor.GetAsync()));
        Response[] redirects = await Task.WhenAll(tabs.Select(tab => visitor.PressAsync(tab.GetForm(Start))));

        Assert.All(redirects, redirect => Assert.Equal(303, redirect.StatusCode));
    }

    [Fact]
    public async Task A_flow_for_a_seller_who_has_left_creates_no_link()
    {
        (string refresh, string back) = await StartFlowAsync();
        await using RunningApp restarted = await StartAppAsync(new SellerStore([]));
        using Visitor visitor = restarted.NewVisitor(_cookies);

        Response[] responses = [await visitor.GetAsync(refresh), await visitor.GetAsync(back)];

        Assert.Equal([403, 302], responses.Select(response => response.StatusCode));
        Assert.Empty(restarted.LinkRequests);
    }

    /// <summary>Starts a flow and stops the app.</summary>
    /// <returns>The paths of the refresh URL and the return URL.</returns>
    private async Task<(string Refresh, string Return)> StartFlowAsync()
    {
        await using RunningApp running = await StartAppAsync();
        using Visitor visitor = running.NewVisitor(_cookies);
        await visitor.PressAsync(Start);
        return (GetPath("refresh_url"), GetPath("return_url"));

        string GetPath(string parameter) => new Uri(running.GetFirstLinkParameter(parameter)).PathAndQuery;
    }

    private Task<RunningApp> StartAppAsync(SellerStore? sellers = null) => RunningApp.StartAsync((builder, _) =>
    {
        builder.Services.AddSingleton<IDataProtectionProvider>(_keys);
        if (sellers is not null)
        {
            builder.Services.AddSingleton(sellers);
        }
    });
}
