using Microsoft.Extensions.DependencyInjection;
using Onboarding.Sellers;
using Onboarding.Tests.Support;

namespace Onboarding.Tests;

/// <summary>Sellers choose their names; markup in a name is shown as text.</summary>
public sealed class SellerNameTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>", "<script")]
    [InlineData("\"><img src=x onerror='alert(1)'>", "<img src=x")]
    public async Task Markup_in_a_name_is_text(string name, string markup)
    {
        await using RunningApp running = await RunningApp.StartAsync((builder, _) =>
            builder.Services.AddSingleton(new SellerStore([new Seller(name, "acct_1HarborBooks")])));
        using Visitor visitor = running.NewVisitor();

        Response list = await visitor.GetAsync();
        await visitor.PressAsync($"Start onboarding for {name}");
        Response back = await visitor.GetAsync(running.GetFirstLinkParameter("return_url"));

        Assert.DoesNotContain(markup, list.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal($"Welcome back, {name}", back.Heading);
        Assert.DoesNotContain(markup, back.Text, StringComparison.OrdinalIgnoreCase);
    }
}
