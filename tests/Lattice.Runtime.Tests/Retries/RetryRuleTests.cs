using System.Net.Sockets;
using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests.Retries;

/// <summary>Which attempts are repeated: the first rule that matches decides.</summary>
public class RetryRuleTests
{
    [Theory]
    [InlineData(400, null, null, 1)]
    [InlineData(401, null, null, 1)]
    [InlineData(402, null, null, 1)]
    [InlineData(404, null, null, 1)]
    [InlineData(307, null, null, 1)]
    [InlineData(409, null, null, 3)]
    [InlineData(429, null, null, 3)]
    [InlineData(500, null, null, 3)]
    [InlineData(503, null, null, 3)]
    [InlineData(400, "true", null, 3)]
    [InlineData(409, "false", null, 1)]
    [InlineData(500, "false", null, 1)]
    [InlineData(500, "maybe", null, 3)]
    [InlineData(500, null, "true", 1)]
    [InlineData(500, "true", "true", 1)]
    [InlineData(409, null, "true", 3)]
    public async Task An_answer_is_asked_for_again(int status, string? shouldRetry, string? replayed, int attempts)
    {
        (string, string)[] headers =
        [
            .. shouldRetry is null ? Array.Empty<(string, string)>() : [("Stripe-Should-Retry", shouldRetry)],
            .. replayed is null ? Array.Empty<(string, string)>() : [("Idempotent-Replayed", replayed)],
        ];
        using var caller = new RetryingCaller(Enumerable.Repeat(RetryingCaller.Answer(status, "{}", headers), 3));

        StripeError error = Caller.Failed(await caller.TryAsync());

        Assert.Equal(attempts, caller.Handler.Requests.Count);
        Assert.Equal(attempts, error.Attempts);
        Assert.Equal(attempts - 1, caller.Waits.Count);
    }

    [Theory]
    [InlineData("true")]
    [InlineData(null)]
    public async Task A_success_is_never_asked_for_again(string? shouldRetry)
    {
        (string, string)[] headers = shouldRetry is null ? [] : [("Stripe-Should-Retry", shouldRetry)];
        using var caller = new RetryingCaller([RetryingCaller.Answer(200, "not json", headers)]);

        Assert.Equal(StripeErrorType.DecodingError, Caller.Failed(await caller.TryAsync()).Type);
        Assert.Single(caller.Handler.Requests);
    }

    public static TheoryData<string> Failures => ["refused", "DNS", "TLS", "reset", "broken body"];

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_connection_that_failed_is_tried_again(string failure)
    {
        Func<HttpResponseMessage> failing = failure switch
        {
            "refused" => RetryingCaller.Fail(new HttpRequestException(HttpRequestError.ConnectionError, "x", new SocketException((int)SocketError.ConnectionRefused))),
            "DNS" => RetryingCaller.Fail(new HttpRequestException(HttpRequestError.NameResolutionError)),
            "TLS" => RetryingCaller.Fail(new HttpRequestException(HttpRequestError.SecureConnectionError)),
            "reset" => RetryingCaller.Fail(new IOException("reset")),
            _ => () => Reply.Of(200, new StreamContent(new BrokenStream())),
        };
        using var caller = new RetryingCaller([failing, RetryingCaller.Success]);

        StripeResult<Thing> result = await caller.TryAsync();

        Assert.True(result.IsSuccess);
        Assert.Equal(2, result.Response.Attempts);
        Assert.Equal(0, caller.Unused);
    }

    [Fact]
    public async Task Every_attempt_has_the_same_key_and_body()
    {
        using var caller = new RetryingCaller([RetryingCaller.Answer(500, ""), RetryingCaller.Answer(429, ""), RetryingCaller.Success]);

        StripeResult<Thing> result = await caller.TryAsync();

        Assert.Equal(3, caller.Handler.Requests.Count);
        Assert.Equal(["text=t"], caller.Handler.Requests.Select(request => request.Body).Distinct());
        Assert.Equal([result.Response!.IdempotencyKey], caller.Handler.Requests.Select(request => request.Header("Idempotency-Key")).Distinct());
    }

    [Theory]
    [InlineData(0, null, 1)]
    [InlineData(5, null, 6)]
    [InlineData(5, 1, 2)]
    [InlineData(0, 2, 3)]
    public async Task The_client_and_the_call_say_how_often(int client, int? call, int attempts)
    {
        using var caller = new RetryingCaller(Enumerable.Repeat(RetryingCaller.Answer(500, ""), 10), options => options.MaxRetries = client);

        await caller.TryAsync(new RequestOptions { MaxRetries = call });

        Assert.Equal(attempts, caller.Handler.Requests.Count);
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("broken");
    }
}
