using Lattice.Stripe.Serialization.Form;
using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests.Pipeline;

/// <summary>A GET changes nothing: it is repeated freely, and its outcome is never unknown.</summary>
public class SafeMethodTests
{
    private static readonly Func<HttpResponseMessage> s_lost =
        RetryingCaller.Fail(new HttpRequestException(HttpRequestError.ConnectionError));

    public static TheoryData<string> Endings =>
        ["400", "401", "404", "409", "429", "500", "503", "proxy", "lost", "not JSON", "unrecognized", "huge"];

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task The_outcome_of_a_GET_is_known(string ending)
    {
        Func<HttpResponseMessage> attempt = ending switch
        {
            "proxy" => RetryingCaller.Response(503, "<html>"),
            "lost" => s_lost,
            "not JSON" => RetryingCaller.Response(200, "not JSON", StubResponse.RequestId),
            "unrecognized" => RetryingCaller.Response(200, "{}"),
            "huge" => RetryingCaller.Response(200, StubResponse.Thing, StubResponse.RequestId),
            _ => RetryingCaller.Response(int.Parse(ending), "{}", StubResponse.RequestId),
        };
        using var caller = new RetryingCaller(
            [s_lost, .. Enumerable.Repeat(attempt, 2)],
            options => options.MaxResponseBytes = ending == "huge" ? 16 : options.MaxResponseBytes);

        StripeError error = Caller.Failed(await caller.TryAsync(Thing.RetrieveOperation));

        Assert.False(error.IsOutcomeUnknown);
        Assert.DoesNotContain("carried out", error.Message ?? "", StringComparison.Ordinal);
        Assert.Null(error.IdempotencyKey);
    }

    [Theory]
    [InlineData(409)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(0)]
    public async Task A_GET_is_repeated(int status)
    {
        Func<HttpResponseMessage> attempt = status == 0 ? s_lost : RetryingCaller.Response(status, "{}", StubResponse.RequestId);
        using var caller = new RetryingCaller([attempt, attempt, RetryingCaller.Success]);

        StripeResult<Thing> result = await caller.TryAsync(Thing.RetrieveOperation);

        Assert.True(result.IsSuccess);
        Assert.Equal(3, caller.Handler.Requests.Count);
        Assert.Single(caller.Handler.Requests.Select(request => request.Uri).Distinct());
    }

    [Fact]
    public async Task A_canceled_GET_has_a_known_outcome()
    {
        using var source = new CancellationTokenSource();
        using var caller = new RetryingCaller([() =>
        {
            source.Cancel();
            throw new OperationCanceledException();
        }]);

        StripeCanceledException exception = await Assert.ThrowsAsync<StripeCanceledException>(
            () => caller.TryAsync(Thing.RetrieveOperation, cancellationToken: source.Token));

        Assert.False(exception.IsOutcomeUnknown);
        Assert.Null(exception.IdempotencyKey);
    }

    [Theory]
    [InlineData("400 ", false)]
    [InlineData("404 ", false)]
    [InlineData("lost 404", true)]
    [InlineData("500 404", true)]
    [InlineData("lost 400", true)]
    [InlineData("lost 402", true)]
    [InlineData("429 404", false)]
    [InlineData("409 404", false)]
    [InlineData("lost 401", true)]
    [InlineData("lost lost lost", true)]
    [InlineData("500 500 500", true)]
    public async Task A_DELETE_without_a_key_is_not_settled_by_the_error_of_a_later_attempt(string attempts, bool expected) =>
        await AssertAsync(Thing.DeleteOperation, attempts, expected);

    [Theory]
    [InlineData("404 ", false)]
    [InlineData("lost 404", true)]
    [InlineData("lost 400", false)]
    [InlineData("500 402", false)]
    [InlineData("lost 401", true)]
    public async Task A_DELETE_with_a_key_is_settled_by_an_error_other_than_404(string attempts, bool expected) =>
        await AssertAsync(Thing.DeleteV2Operation, attempts, expected);

    [Fact]
    public async Task A_DELETE_that_succeeds_after_a_lost_attempt_is_settled()
    {
        using var caller = new RetryingCaller([s_lost, RetryingCaller.Success]);

        Assert.True((await caller.TryAsync(Thing.DeleteOperation)).IsSuccess);
    }

    [Fact]
    public async Task A_DELETE_whose_response_cannot_be_read_has_an_unknown_outcome()
    {
        using var caller = new RetryingCaller([RetryingCaller.Response(200, "not JSON", StubResponse.RequestId)]);

        StripeError error = Caller.Failed(await caller.TryAsync(Thing.DeleteOperation));

        Assert.True(error.IsOutcomeUnknown);
        Assert.StartsWith("Stripe carried out the request", error.Message, StringComparison.Ordinal);
    }

    private static async Task AssertAsync(
        StripeOperation<FormParams, Thing> operation, string attempts, bool expected)
    {
        string[] script = attempts.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        using var caller = new RetryingCaller(script.Select(attempt =>
            attempt == "lost" ? s_lost : RetryingCaller.Response(int.Parse(attempt), "{}", StubResponse.RequestId)));

        StripeError error = Caller.Failed(await caller.TryAsync(operation));

        Assert.Equal((attempts, expected), (attempts, error.IsOutcomeUnknown));
        Assert.Equal(script.Length, error.Attempts);
    }
}
