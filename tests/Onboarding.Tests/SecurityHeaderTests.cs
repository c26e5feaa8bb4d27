using System.Net;
using Lattice.Stripe;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Sellers;
using Onboarding.Tests.Support;

namespace Onboarding.Tests;

/// <summary>What browsers are told of every response, whatever it is.</summary>
public sealed class SecurityHeaderTests
{
    private const string Start = "Start onboarding for Harbour Books";

    [Fact]
    public async Task Every_kind_of_answer_has_the_security_headers()
    {
        await using RunningApp running = await RunningApp.StartAsync(arguments: "--Stripe:MaxRetries=0");
        running.Stripe.On(AccountLink.CreateOperation)
            .FailWith(HttpStatusCode.ServiceUnavailable).FailWith(StripeErrorType.InvalidRequestError, code: "account_invalid");
        using Visitor visitor = running.NewVisitor();
        Response[] responses =
        [
            await visitor.GetAsync("/"),
            await visitor.GetAsync("/site.css"),
            await visitor.GetAsync("/icon.svg"),
            await visitor.GetAsync("/missing"),
            await visitor.GetAsync("/onboarding/start"),
            await visitor.GetAsync("/onboarding/refresh?state=made-up"),
            await visitor.GetAsync("/onboarding/return?state=made-up"),
            await visitor.PostAsync(new StringContent("state=made-up")),
            await visitor.PressAsync(Start),
            await visitor.PressAsync(Start),
        ];

        Assert.Equal([200, 200, 200, 404, 405, 403, 302, 400, 503, 502], responses.Select(response => response.StatusCode));
        Assert.All(responses, response => HasHeaders(running, response, "same-origin"));
    }

    [Fact]
    public async Task The_redirect_to_the_form_has_them_and_tells_nobody_where_it_came_from()
    {
        await using RunningApp running = await RunningApp.StartAsync();
        using Visitor visitor = running.NewVisitor();

        Response redirect = await visitor.PressAsync(Start);

        Assert.Equal(303, redirect.StatusCode);
        HasHeaders(running, redirect, "no-referrer");
    }

    [Fact]
    public async Task An_unforeseen_failure_has_them_and_shows_nothing_of_itself()
    {
        await using RunningApp running = await RunningApp.StartAsync((builder, _) =>
            builder.Services.AddSingleton<IAccounts>(new BrokenAccounts()));
        using Visitor visitor = running.NewVisitor();

        Response failed = await visitor.GetAsync();

        Assert.Equal((500, "Something went wrong on our side"), (failed.StatusCode, failed.Heading));
        Assert.DoesNotContain("BrokenAccounts", failed.Text, StringComparison.Ordinal);
        HasHeaders(running, failed, "same-origin");
    }

    private static void HasHeaders(RunningApp running, Response response, string referrerPolicy)
    {
        string forms = running.App.Practice!.FormAddress.GetLeftPart(UriPartial.Authority);
        Assert.Equal(
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
            + $"form-action 'self' {forms}",
            response.Headers.GetValueOrDefault("Content-Security-Policy"));
        Assert.Equal("nosniff", response.Headers.GetValueOrDefault("X-Content-Type-Options"));
        Assert.Equal(referrerPolicy, response.Headers.GetValueOrDefault("Referrer-Policy"));
        Assert.Equal("no-store", response.Headers.GetValueOrDefault("Cache-Control"));
    }

    private sealed class BrokenAccounts : IAccounts
    {
        public Task<AccountState> GetStateAsync(string account, CancellationToken cancellationToken)
            => throw new InvalidOperationException("A fault of BrokenAccounts.");
    }
}
