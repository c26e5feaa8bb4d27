using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests.Retries;

/// <summary>After a sequence of attempts: may Stripe have carried out the request?</summary>
public class OutcomeUnknownTests
{
    // Each attempt is a status, or "x" for none; "r" marks a replayed answer.
    [Theory]
    [InlineData("400", false)]
    [InlineData("402", false)]
    [InlineData("401", false)]
    [InlineData("429 429 429", false)]
    [InlineData("409 409 409", false)]
    [InlineData("500 500 500", true)]
    [InlineData("x x x", true)]
    [InlineData("500r", true)]
    [InlineData("x 400", false)]
    [InlineData("x 402", false)]
    [InlineData("x 402r", false)]
    [InlineData("500 400", false)]
    [InlineData("307", false)]
    [InlineData("x 307", true)]
    [InlineData("x 401", true)]
    [InlineData("x 403", true)]
    [InlineData("x 429 429", true)]
    [InlineData("x 409 409", true)]
    [InlineData("500 409 429", true)]
    [InlineData("429 x 400", false)]
    [InlineData("429 500 429", true)]
    [InlineData("429 429 x", true)]
    [InlineData("x 407", true)]
    [InlineData("x 408", true)]
    [InlineData("500 421", true)]
    [InlineData("x 425", true)]
    [InlineData("x 499", true)]
    [InlineData("408", false)]
    public async Task It_is_unknown(string attempts, bool expected)
    {
        using var caller = new RetryingCaller(attempts.Split(' ').Select(Attempt));

        StripeError error = Caller.Failed(await caller.TryAsync());

        Assert.Equal(expected, error.IsOutcomeUnknown);
        Assert.Equal(0, caller.Unused);
        Assert.Equal(attempts.Split(' ').Length, error.Attempts);
    }

    [Fact]
    public async Task A_success_that_cannot_be_read_is_known()
    {
        using var caller = new RetryingCaller([Attempt("x"), RetryingCaller.Answer(200, "no json")]);

        Assert.False(Caller.Failed(await caller.TryAsync()).IsOutcomeUnknown);
    }

    private static Func<HttpResponseMessage> Attempt(string attempt) => attempt == "x"
        ? RetryingCaller.Fail(new HttpRequestException(HttpRequestError.ConnectionError))
        : RetryingCaller.Answer(
            int.Parse(attempt.TrimEnd('r')), "{}", attempt.EndsWith('r') ? [("Idempotent-Replayed", "true")] : []);
}
