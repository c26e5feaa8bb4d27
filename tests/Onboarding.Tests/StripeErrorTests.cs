using System.Net;
using Lattice.Stripe;
using Lattice.Stripe.Testing;
using Microsoft.Extensions.Logging;
using Onboarding.StripeApi;
using Onboarding.Tests.Support;

namespace Onboarding.Tests;

/// <summary>What a seller sees when Stripe returns an error, and what they can do about it.</summary>
public sealed class StripeErrorTests
{
    private const string Start = "Start onboarding for Harbor Books";

    [Theory]
    [InlineData(409, "invalid_request_error", "idempotency_key_in_use")]
    [InlineData(409, "idempotency_error", null)]
    [InlineData(429, "invalid_request_error", "rate_limit")]
    [InlineData(429, "invalid_request_error", "lock_timeout")]
    [InlineData(429, "rate_limit_error", null)]
    [InlineData(500, "api_error", null)]
    [InlineData(503, "invalid_request_error", null)]
    public async Task A_temporary_error_can_be_retried_with_a_new_link(int status, string type, string? code)
    {
        await using RunningApp running = await StartAsync(stripe => stripe.FailWith((HttpStatusCode)status, type, code));
        using Visitor visitor = running.NewVisitor();

        Response failed = await visitor.PressAsync(Start);
        Response again = await visitor.PressAsync(failed.GetForm("Try again"));

        Assert.Equal((503, "Stripe cannot be reached right now"), (failed.StatusCode, failed.Heading));
        Assert.Equal(303, again.StatusCode);
        IReadOnlyList<ReceivedRequest> requests = running.Stripe.Received(AccountLink.CreateOperation);
        Assert.Equal([status, 200], requests.Select(request => request.StatusCode));

        // Stripe stores the response for each idempotency key, errors included.
        Assert.Equal(2, running.LinkKeys.Count);
        Assert.Equal(GetParameters(requests[0]), GetParameters(requests[1]));
    }

    [Fact]
    public async Task A_retry_without_a_response_requests_the_same_link()
    {
        await using RunningApp running = await StartAsync(stripe => stripe.Drop(carriedOut: true));
        using Visitor visitor = running.NewVisitor();

        Response failed = await visitor.PressAsync(Start);
        Response again = await visitor.PressAsync(failed.GetForm("Try again"));

        Assert.Equal((503, "Stripe cannot be reached right now"), (failed.StatusCode, failed.Heading));
        Assert.Equal(303, again.StatusCode);
        Assert.Single(running.LinkKeys);
    }

    [Theory]
    [InlineData(401, "invalid_request_error", null)]
    [InlineData(401, "authentication_error", null)]
    [InlineData(403, "invalid_request_error", "account_invalid")]
    [InlineData(403, "permission_error", null)]
    public async Task An_error_in_the_platforms_setup_is_not_blamed_on_the_seller(int status, string type, string? code)
    {
        Response failed = await FailAsync(status, type, code);

        Assert.Equal((502, "The form cannot be opened"), (failed.StatusCode, failed.Heading));
        Assert.Contains("Our connection to Stripe is not set up", failed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Try again", failed.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, "invalid_request_error", "parameter_invalid_empty")]
    [InlineData(400, "idempotency_error", null)]
    [InlineData(402, "card_error", null)]
    [InlineData(404, "invalid_request_error", "resource_missing")]
    public async Task A_permanent_error_offers_no_retry(int status, string type, string? code)
    {
        Response failed = await FailAsync(status, type, code);

        Assert.Equal((502, "The form cannot be opened"), (failed.StatusCode, failed.Heading));
        Assert.Contains("Stripe does not open the form for this account", failed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Try again", failed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stripes_Retry_After_header_is_passed_on()
    {
        // Longer than the SDK itself waits.
        await using RunningApp running = await StartAsync(stripe =>
            stripe.FailWith(StripeErrorType.RateLimitError, retryAfter: TimeSpan.FromSeconds(37)));
        using Visitor visitor = running.NewVisitor();

        Response failed = await visitor.PressAsync(Start);

        Assert.Equal("37", failed.Headers.GetValueOrDefault("Retry-After"));
    }

    [Fact]
    public async Task Secrets_in_Stripes_message_are_not_logged()
    {
        await using RunningApp running = await StartAsync(stripe => stripe.FailWith(
            StripeErrorType.InvalidRequestError,
            code: "url_invalid",
            message: "Not a URL:\thttps://shop.example/back?state=planted-token, key sk_test_planted_key."
                + "\r\n\u001b[31mforged line\u2028end"));
        using Visitor visitor = running.NewVisitor();

        await visitor.PressAsync(Start);

        string line = Assert.Single(running.Log.At(LogLevel.Error));
        Assert.Contains("url_invalid", line, StringComparison.Ordinal);
        Assert.Contains("Not a URL: [redacted] key [redacted]. [31mforged line end", line, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", running.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", running.Traces, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seller_can_restart_after_too_many_redirects()
    {
        await using RunningApp running = await RunningApp.StartAsync();
        using Visitor visitor = running.NewVisitor();
        await visitor.PressAsync(Start);
        string refresh = running.GetFirstLinkParameter("refresh_url");

        List<Response> renewals = [];
        for (int i = 0; i < 6; i++)
        {
            renewals.Add(await visitor.GetAsync(refresh));
        }

        Response again = await visitor.PressAsync(renewals[^1].GetForm("Try again"));

        Assert.Equal([303, 303, 303, 303, 303, 409], renewals.Select(response => response.StatusCode));
        Assert.Equal(303, again.StatusCode);
        Assert.Equal(7, running.LinkKeys.Count);
    }

    private static async Task<Response> FailAsync(int status, string type, string? code)
    {
        await using RunningApp running = await StartAsync(stripe => stripe.FailWith((HttpStatusCode)status, type, code));
        using Visitor visitor = running.NewVisitor();
        return await visitor.PressAsync(Start);
    }

    /// <summary>Starts the app without retries.</summary>
    private static async Task<RunningApp> StartAsync(Action<StandInStubs<AccountLink>> configure)
    {
        RunningApp running = await RunningApp.StartAsync(arguments: "--Stripe:MaxRetries=0");
        configure(running.Stripe.On(AccountLink.CreateOperation));
        return running;
    }

    /// <summary>Returns the parameters without the token of the flow in the URLs.</summary>
    private static IEnumerable<string> GetParameters(ReceivedRequest request) =>
        request.Parameters.Select(parameter => $"{parameter.Key}={parameter.Value.Split('?')[0]}");
}
