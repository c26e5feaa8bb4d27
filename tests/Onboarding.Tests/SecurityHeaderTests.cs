using System.Net;
using Lattice.Stripe;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.StripeApi;
using Onboarding.Tests.Support;

namespace Onboarding.Tests;

/// <summary>Every response has security headers.</summary>
public sealed class SecurityHeaderTests
{
    private const string Start = "Start onboarding for Harbor Books";

    [Fact]
    public async Task Every_kind_of_response_has_the_security_headers()
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
            await visitor.GetAsync("/onboarding/refresh?state=invalid"),
            await visitor.GetAsync("/onboarding/return?state=invalid"),
            await visitor.PostAsync(new StringContent("state=invalid")),
            await visitor.PressAsync(Start),
            await visitor.PressAsync(Start),
        ];

        Assert.Equal([200, 200, 200, 404, 405, 403, 302, 415, 503, 502], responses.Select(response => response.StatusCode));
        Assert.All(responses, response => AssertHeaders(running, response, "same-origin"));
    }

    [Fact]
    public async Task The_redirect_to_the_form_has_them_and_sends_no_referrer()
    {
        await using RunningApp running = await RunningApp.StartAsync();
        using Visitor visitor = running.NewVisitor();

        Response redirect = await visitor.PressAsync(Start);

        Assert.Equal(303, redirect.StatusCode);
        AssertHeaders(running, redirect, "no-referrer");
    }

    [Fact]
    public async Task An_unhandled_exception_has_them_and_shows_no_details()
    {
        await using RunningApp running = await RunningApp.StartAsync((builder, _) =>
            builder.Services.AddSingleton<IStripeClient>(new BrokenClient()));
        using Visitor visitor = running.NewVisitor();

        Response failed = await visitor.GetAsync();

        Assert.Equal((500, "Something went wrong on our side"), (failed.StatusCode, failed.Heading));
        Assert.DoesNotContain("BrokenClient", failed.Text, StringComparison.Ordinal);
        AssertHeaders(running, failed, "same-origin");
    }

    private static void AssertHeaders(RunningApp running, Response response, string referrerPolicy)
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

    private sealed class BrokenClient : IStripeClient
    {
        public ValueTask<StripeResult<TResource>> SendAsync<TParams, TResource>(
            StripeRequest<TParams, TResource> request, CancellationToken cancellationToken)
            where TParams : StripeParams
            where TResource : StripeResource =>
            throw new InvalidOperationException("An error in BrokenClient.");
    }
}
