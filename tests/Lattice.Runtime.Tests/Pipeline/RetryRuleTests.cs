using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests.Pipeline;

/// <summary>What holds for every call that is repeated.</summary>
public class RetryRuleTests
{
    [Theory]
    [InlineData("true")]
    [InlineData(null)]
    public async Task A_success_is_never_repeated(string? shouldRetry)
    {
        (string, string)[] headers = shouldRetry is null ? [] : [("Stripe-Should-Retry", shouldRetry)];
        using var caller = new RetryingCaller([RetryingCaller.Response(200, "not json", headers)]);

        Assert.Equal(StripeErrorType.DecodingError, Caller.Failed(await caller.TryAsync()).Type);
        Assert.Single(caller.Handler.Requests);
    }

    [Fact]
    public async Task Every_attempt_has_the_same_key_and_body()
    {
        using var caller = new RetryingCaller([RetryingCaller.Response(500, ""), RetryingCaller.Response(429, ""), RetryingCaller.Success]);

        StripeResult<Thing> result = await caller.TryAsync();

        Assert.Equal(3, caller.Handler.Requests.Count);
        Assert.Equal(["text=t"], caller.Handler.Requests.Select(request => request.Body).Distinct());
        Assert.Equal(
            [result.Response!.IdempotencyKey], caller.Handler.Requests.Select(request => request.Header("Idempotency-Key")).Distinct());
    }

    [Theory]
    [InlineData(0, null, 1)]
    [InlineData(5, null, 6)]
    [InlineData(5, 1, 2)]
    [InlineData(0, 2, 3)]
    public async Task The_client_and_the_call_set_the_number_of_retries(int client, int? call, int attempts)
    {
        using var caller = new RetryingCaller(
            Enumerable.Repeat(RetryingCaller.Response(500, ""), 10), options => options.MaxRetries = client);

        await caller.TryAsync(new StripeRequestOptions { MaxRetries = call });

        Assert.Equal(attempts, caller.Handler.Requests.Count);
    }
}
