using System.Net;
using Lattice.Stripe;
using Lattice.Stripe.Testing;
using Onboarding.Tests.Support;

namespace Onboarding.Tests;

/// <summary>What a person is told of a failure of Stripe's, and what they can do about it.</summary>
public sealed class FailureTests
{
    private const string Start = "Start onboarding for Harbour Books";

    [Theory]
    [InlineData(409, "invalid_request_error", "idempotency_key_in_use")]
    [InlineData(409, "idempotency_error", null)]
    [InlineData(429, "invalid_request_error", "rate_limit")]
    [InlineData(429, "invalid_request_error", "lock_timeout")]
    [InlineData(429, "rate_limit_error", null)]
    [InlineData(500, "api_error", null)]
    [InlineData(503, "invalid_request_error", null)]
    public async Task What_is_temporary_is_tried_again_with_a_new_link(int status, string type, string? code)
    {
        await using RunningApp running = await StartAsync(stripe => stripe.FailWith((HttpStatusCode)status, type, code));
        using Visitor visitor = running.NewVisitor();

        Answer failed = await visitor.PressAsync(Start);
        Answer again = await visitor.PressAsync(failed.FormOf("Try again"));

        Assert.Equal((503, "Stripe cannot be reached just now"), (failed.Status, failed.Heading));
        Assert.Equal(303, again.Status);
        IReadOnlyList<ReceivedRequest> requests = running.Stripe.Received(AccountLink.CreateOperation);
        Assert.Equal([status, 200], requests.Select(request => request.Status));

        // Stripe stores what it answered to a key, failures included.
        Assert.NotEqual(requests[0].Headers["Idempotency-Key"], requests[1].Headers["Idempotency-Key"]);
        Assert.Equal(ParametersOf(requests[0]), ParametersOf(requests[1]));
    }

    [Fact]
    public async Task Where_no_answer_came_the_same_link_is_asked_for_again()
    {
        await using RunningApp running = await StartAsync(stripe => stripe.Drop(carriedOut: true));
        using Visitor visitor = running.NewVisitor();

        Answer failed = await visitor.PressAsync(Start);
        Answer again = await visitor.PressAsync(failed.FormOf("Try again"));

        Assert.Equal((503, "Stripe cannot be reached just now"), (failed.Status, failed.Heading));
        Assert.Equal(303, again.Status);
        Assert.Single(running.Stripe.Received(AccountLink.CreateOperation).Select(request => request.Headers["Idempotency-Key"]).Distinct());
    }

    [Theory]
    [InlineData(401, "invalid_request_error", null)]
    [InlineData(401, "authentication_error", null)]
    [InlineData(403, "invalid_request_error", "account_invalid")]
    [InlineData(403, "permission_error", null)]
    public async Task What_is_wrong_with_the_platforms_setup_is_not_blamed_on_the_seller(int status, string type, string? code)
    {
        Answer failed = await FailAsync(status, type, code);

        Assert.Equal((502, "The form cannot be opened"), (failed.Status, failed.Heading));
        Assert.Contains("Our connection with Stripe is not set up", failed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Try again", failed.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, "invalid_request_error", "parameter_invalid_empty")]
    [InlineData(400, "idempotency_error", null)]
    [InlineData(402, "card_error", null)]
    [InlineData(404, "invalid_request_error", "resource_missing")]
    public async Task What_will_not_pass_offers_nothing_to_try(int status, string type, string? code)
    {
        Answer failed = await FailAsync(status, type, code);

        Assert.Equal((502, "The form cannot be opened"), (failed.Status, failed.Heading));
        Assert.Contains("Stripe does not open the form for this account", failed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Try again", failed.Text, StringComparison.Ordinal);
    }

    private static async Task<Answer> FailAsync(int status, string type, string? code)
    {
        await using RunningApp running = await StartAsync(stripe => stripe.FailWith((HttpStatusCode)status, type, code));
        using Visitor visitor = running.NewVisitor();
        return await visitor.PressAsync(Start);
    }

    /// <summary>Starts the app, which asks once.</summary>
    private static async Task<RunningApp> StartAsync(Action<StandInScript<AccountLink>> plan)
    {
        RunningApp running = await RunningApp.StartAsync(arguments: "--Stripe:MaxRetries=0");
        plan(running.Stripe.On(AccountLink.CreateOperation));
        return running;
    }

    /// <summary>What was asked for, but for the token of the flow in the URLs.</summary>
    private static IEnumerable<string> ParametersOf(ReceivedRequest request)
        => request.Parameters.Select(parameter => $"{parameter.Key}={parameter.Value.Split('?')[0]}");
}
