using System.Net;
using Lattice.Stripe.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lattice.Stripe.Tests;

/// <summary>The redirect over HTTP, from minimal APIs and MVC, in an app that logs everything.</summary>
public class RedirectTests
{
    [Theory]
    [InlineData("/minimal/own-type")]
    [InlineData("/minimal/result")]
    [InlineData("/minimal/union")]
    [InlineData("/minimal/task")]
    [InlineData("/mvc/action-result")]
    [InlineData("/mvc/result")]
    [InlineData("/mvc/own-type")]
    [InlineData("/mvc/task")]
    public async Task The_browser_is_redirected_and_no_log_contains_the_URL(string path)
    {
        await using RedirectingApp app = await RedirectingApp.StartAsync(MapMinimal);

        using HttpResponseMessage response = await app.Client.PostAsync(path, null);

        await RedirectingApp.AssertRedirectsAsync(response);
        string log = await app.StopAsync();
        Assert.Contains("303", log, StringComparison.Ordinal);
        Assert.DoesNotContain(RedirectingApp.Secret, log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_of_the_test_would_contain_the_URL_of_an_ordinary_redirect()
    {
        await using RedirectingApp app = await RedirectingApp.StartAsync(
            routes => routes.MapPost("/ordinary", () => Results.Redirect(RedirectingApp.Url)));

        using HttpResponseMessage response = await app.Client.PostAsync("/ordinary", null);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Contains(RedirectingApp.Secret, await app.StopAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rejected_URL_is_not_logged()
    {
        await using RedirectingApp app = await RedirectingApp.StartAsync(
            routes => routes.MapPost("/refused", () => StripeResults.Redirect($"http://example.com/{RedirectingApp.Secret}")));

        using HttpResponseMessage response = await app.Client.PostAsync("/refused", null);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        string log = await app.StopAsync();
        Assert.Contains("http is allowed only for a loopback address", log, StringComparison.Ordinal);
        Assert.DoesNotContain(RedirectingApp.Secret, log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_after_the_endpoint_returns_an_error_page_without_a_redirect()
    {
        await using RedirectingApp app = await RedirectingApp.StartAsync(routes =>
        {
            routes.UseExceptionHandler(error => error.Run(context => context.Response.WriteAsync("failed")));
            routes.Use(async (context, next) =>
            {
                await next(context);
                throw new InvalidOperationException("The middleware failed.");
            });
            routes.UseRouting();
            MapMinimal(routes);
        });

        using HttpResponseMessage response = await app.Client.PostAsync("/minimal/result", null);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("failed", await response.Content.ReadAsStringAsync());
        Assert.False(response.Headers.Contains("Location"));
        Assert.DoesNotContain(RedirectingApp.Secret, await app.StopAsync(), StringComparison.Ordinal);
    }

    private static void MapMinimal(WebApplication routes)
    {
        routes.MapPost("/minimal/own-type", () => StripeResults.Redirect(RedirectingApp.Url));
        routes.MapPost("/minimal/result", IResult () => StripeResults.Redirect(RedirectingApp.Url));
        routes.MapPost(
            "/minimal/union", Results<StripeRedirectResult, NotFound> () => StripeResults.Redirect(RedirectingApp.Url));
        routes.MapPost("/minimal/task", async () =>
        {
            await Task.Yield();
            return StripeResults.Redirect(RedirectingApp.Url);
        });
    }
}
