using Lattice.Stripe.Serialization.Json;
using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests.Pipeline;

/// <summary>After a sequence of attempts: may Stripe have carried out the request?</summary>
public class OutcomeUnknownTests
{
    // Each attempt is a status, or "x" for a lost one, or "u" for one whose content was not read. A status alone is from
    // Stripe; "p" is a page of a proxy, "b" an error that only its body identifies as Stripe's, "r" a replayed response, "k" means
    // that the key is in use, "l" that an object is locked.
    [Theory]
    [InlineData("400", false)]
    [InlineData("402", false)]
    [InlineData("401", false)]
    [InlineData("403", false)]
    [InlineData("404", false)]
    [InlineData("408", false)]
    [InlineData("429 429 429", false)]
    [InlineData("429l 429l 429l", false)]
    [InlineData("409 409 409", false)]
    [InlineData("500 500 500", true)]
    [InlineData("599 599 599", true)]
    [InlineData("x x x", true)]
    [InlineData("500r", true)]
    [InlineData("503r", true)]
    [InlineData("x 400", false)]
    [InlineData("x 402", false)]
    [InlineData("x 402r", false)]
    [InlineData("x 409r 409r", false)]
    [InlineData("500 400", false)]
    [InlineData("x 401", true)]
    [InlineData("x 403", true)]
    [InlineData("x 429 429", true)]
    [InlineData("x 409 409", true)]
    [InlineData("x 500r", true)]
    [InlineData("500 409 429", true)]
    [InlineData("429 x 400", false)]
    [InlineData("429 500 429", true)]
    [InlineData("429 429 x", true)]
    [InlineData("409k 409k 409k", true)]
    [InlineData("409k 409k 429", true)]
    [InlineData("409k 400", false)]
    [InlineData("x 429l 429l", true)]
    [InlineData("400b", false)]
    [InlineData("402b", false)]
    [InlineData("401b", false)]
    [InlineData("429b 429b 429b", false)]
    [InlineData("x 400b", true)]
    [InlineData("500b 404b", true)]
    [InlineData("p503 400b", true)]
    [InlineData("429 400b", false)]
    [InlineData("u u u", false)]
    [InlineData("u 401", false)]
    [InlineData("u 500 500", true)]
    [InlineData("x u u", true)]
    [InlineData("u x u", true)]
    [InlineData("u p400", true)]
    public async Task The_outcome_is_as_in_the_table(string attempts, bool expected) => await AssertAsync(attempts, expected);

    public static TheoryData<int> StatusesOfOthers =>
        [100, 101, 199, 300, 302, 307, 400, 401, 402, 403, 404, 405, 407, 408, 411, 413, 414, 418, 421, 425, 431, 451, 499];

    [Theory]
    [MemberData(nameof(StatusesOfOthers))]
    public async Task A_response_without_a_request_id_settles_nothing(int status)
    {
        await AssertAsync($"p{status}", true);
        await AssertAsync($"x p{status}", true);
        await AssertAsync($"500 p{status}", true);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(302)]
    [InlineData(304)]
    [InlineData(100)]
    [InlineData(199)]
    [InlineData(600)]
    [InlineData(999)]
    public Task A_status_that_is_neither_2xx_nor_4xx_settles_nothing(int status) =>
        AssertAsync($"{status}{(status > 499 ? $" {status} {status}" : "")}", true);

    [Theory]
    [InlineData("")]
    [InlineData("req_")]
    [InlineData("REQ_1")]
    [InlineData("abc")]
    [InlineData("8f14e45f-ceea-467f-a8d2-4a5f1a2b3c4d")]
    public async Task A_request_id_that_is_not_Stripes_is_ignored(string requestId)
    {
        using var caller = new RetryingCaller([RetryingCaller.Response(400, "{}", ("Request-Id", requestId))]);

        Assert.True(Caller.Failed(await caller.TryAsync()).IsOutcomeUnknown);
    }

    [Theory]
    [InlineData("api_error")]
    [InlineData("card_error")]
    [InlineData("idempotency_error")]
    [InlineData("invalid_request_error")]
    [InlineData("rate_limit")]
    [InlineData("temporary_session_expired")]
    public async Task An_error_of_one_of_Stripes_types_is_recognized_by_its_body(string type)
    {
        using Caller caller = Caller.Responding(400, $$$"""{"error":{"type":"{{{type}}}"}}""");

        Assert.False(Caller.Failed(await caller.TryAsync()).IsOutcomeUnknown);
    }

    [Theory]
    [InlineData("""{"error":{"type":"gateway_error"}}""")]
    [InlineData("""{"error":{"message":"Not found."}}""")]
    [InlineData("""{"error":{"type":1}}""")]
    [InlineData("""{"error":"invalid_request_error"}""")]
    [InlineData("""{"type":"invalid_request_error"}""")]
    [InlineData("""{"message":"Forbidden"}""")]
    [InlineData("""["invalid_request_error"]""")]
    [InlineData("<html>invalid_request_error</html>")]
    [InlineData("")]
    public async Task An_error_of_another_type_is_not_recognized_and_names_what_is_missing(string body)
    {
        using Caller caller = Caller.Responding(404, body);

        StripeError error = Caller.Failed(await caller.TryAsync());

        Assert.True(error.IsOutcomeUnknown);
        if (error.Message != "Not found.")
        {
            Assert.Contains("Request-Id", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_success_that_cannot_be_read_has_an_unknown_outcome()
    {
        using var caller = new RetryingCaller([Attempt("x"), RetryingCaller.Response(200, "not JSON", ("Request-Id", "req_1"))]);

        Assert.True(Caller.Failed(await caller.TryAsync()).IsOutcomeUnknown);
    }

    [Fact]
    public async Task A_POST_without_a_body_has_content_that_shows_whether_it_was_sent()
    {
        var operation = new StripeOperation<StripeNoParams, Thing>(
            "Thing.Ping", HttpMethod.Post, "/v1/ping", Thing.ApiVersion, StripeJsonReader.Read<Thing>);
        using var lost = new Caller(StubHandler.Failing(new HttpRequestException()));
        using var client = new StripeClient(
            new StripeClientOptions { ApiKey = Caller.Key, MaxRetries = 0 }, new DeafHandler(() => throw new HttpRequestException()));

        StripeResult<Thing> sent = await operation.TrySendAsync(lost.Client, [], null, null, CancellationToken.None);
        StripeResult<Thing> unsent = await operation.TrySendAsync(client, [], null, null, CancellationToken.None);

        Assert.True(sent.Error!.IsOutcomeUnknown);
        Assert.False(unsent.Error!.IsOutcomeUnknown);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_canceled_call_has_an_unknown_outcome_if_its_content_was_read(bool isAskedFor)
    {
        using var source = new CancellationTokenSource();
        HttpResponseMessage Cancel()
        {
            source.Cancel();
            throw new OperationCanceledException();
        }

        using HttpMessageHandler handler = isAskedFor ? new StubHandler((_, _) => Task.FromResult(Cancel())) : new DeafHandler(Cancel);
        using var client = new StripeClient(new StripeClientOptions { ApiKey = Caller.Key }, handler);

        StripeCanceledException exception = await Assert.ThrowsAsync<StripeCanceledException>(
            () => Thing.CreateOperation.TrySendAsync(client, [], new ThingParams { Text = "t" }, null, source.Token));

        Assert.Equal(isAskedFor, exception.IsOutcomeUnknown);
    }

    [Fact]
    public async Task Content_cannot_be_read_after_the_call_has_ended()
    {
        HttpContent? content = null;
        using var handler = new DeafHandler(() => throw new HttpRequestException(), request =>
        {
            // Removed from the request, which would dispose it.
            content = request.Content;
            request.Content = null;
        });
        using var client = new StripeClient(new StripeClientOptions { ApiKey = Caller.Key, MaxRetries = 0 }, handler);

        StripeResult<Thing> result = await Thing.CreateOperation.TrySendAsync(
            client, [], new ThingParams { Text = "t" }, null, CancellationToken.None);

        Assert.False(result.Error!.IsOutcomeUnknown);
        using var sent = new MemoryStream();
        await Assert.ThrowsAnyAsync<Exception>(() => content!.CopyToAsync(sent));
        Assert.Equal(0, sent.Length);
    }

    private static async Task AssertAsync(string attempts, bool expected)
    {
        string[] script = attempts.Split(' ');
        int next = 0;
        using var handler = new SwitchingHandler(() => script[next++]);
        using StripeClient client = RetryingCaller.Connect(handler);

        StripeError error = Caller.Failed(await Thing.CreateOperation.TrySendAsync(
            client, [], new ThingParams { Text = "t" }, new StripeRequestOptions { IdempotencyKey = "key-1" }, CancellationToken.None));

        Assert.Equal((attempts, expected), (attempts, error.IsOutcomeUnknown));
        Assert.Equal(script.Length, next);
        Assert.Equal(script.Length, error.Attempts);
    }

    private static Func<HttpResponseMessage> Attempt(string attempt) => attempt switch
    {
        "x" or "u" => RetryingCaller.Fail(new HttpRequestException(HttpRequestError.ConnectionError)),
        ['p', .. var status] => RetryingCaller.Response(int.Parse(status), "<html>Blocked by policy.</html>"),
        _ => RetryingCaller.Response(int.Parse(attempt.TrimEnd('r', 'k', 'l', 'b')), GetBody(attempt[^1]), GetHeaders(attempt[^1])),
    };

    private static string GetBody(char kind) => kind switch
    {
        'k' => """{"error":{"type":"idempotency_error","code":"idempotency_key_in_use"}}""",
        'l' => """{"error":{"type":"invalid_request_error","code":"lock_timeout"}}""",
        'b' => """{"error":{"type":"invalid_request_error","code":"parameter_missing"}}""",
        _ => "{}",
    };

    private static (string, string)[] GetHeaders(char kind) => kind switch
    {
        'b' => [],
        'r' => [("Request-Id", "req_1"), ("Idempotent-Replayed", "true")],
        _ => [("Request-Id", "req_1")],
    };

    /// <summary>Reads the request's content, as sending does, unless the attempt is to end before that.</summary>
    private sealed class SwitchingHandler(Func<string> next) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            string attempt = next();
            if (attempt != "u")
            {
                await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            }

            return Attempt(attempt)();
        }
    }

    /// <summary>Ends each attempt without a look at its content.</summary>
    private sealed class DeafHandler(Func<HttpResponseMessage> end, Action<HttpRequestMessage>? look = null) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            look?.Invoke(request);
            return Task.FromResult(end());
        }
    }
}
