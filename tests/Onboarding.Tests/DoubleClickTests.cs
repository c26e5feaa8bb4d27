using Microsoft.Extensions.DependencyInjection;
using Onboarding.Tests.Support;

namespace Onboarding.Tests;

/// <summary>A form that is posted twice, as by a double click, starts one flow with one link.</summary>
public sealed class DoubleClickTests
{
    private const string Start = "Start onboarding for Harbor Books";

    [Fact]
    public async Task Two_posts_at_the_same_time_get_one_link()
    {
        var responses = new StripeResponses();
        await using RunningApp running = await RunningApp.StartAsync((builder, _) =>
            builder.Services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(responses.CreateHandler)));
        using Visitor visitor = running.NewVisitor();
        Dictionary<string, string> form = (await visitor.GetAsync()).GetForm(Start);

        Response[] redirects = await Task.WhenAll(visitor.PressAsync(form), visitor.PressAsync(form));

        Assert.Equal([303, 303], redirects.Select(redirect => redirect.StatusCode));
        Assert.Single(redirects.Select(redirect => redirect.Location).Distinct());

        // One request created the link, the other got the stored response. A 409 tells a concurrent request to retry.
        Assert.Equal(
            [false, true], responses.All.Where(response => response.StatusCode == 200).Select(response => response.IsReplayed).Order());
        Assert.All(responses.All.Where(response => response.StatusCode != 200), response => Assert.Equal(409, response.StatusCode));
        Assert.Single(running.LinkKeys);
    }

    [Fact]
    public async Task Two_buttons_get_two_links()
    {
        await using RunningApp running = await RunningApp.StartAsync();
        using Visitor visitor = running.NewVisitor();

        Response[] redirects = [await visitor.PressAsync(Start), await visitor.PressAsync(Start)];

        Assert.Equal(2, redirects.Select(redirect => redirect.Location).Distinct().Count());
    }
}
