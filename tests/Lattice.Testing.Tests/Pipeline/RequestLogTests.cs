using System.Text;
using Lattice.Stripe.Testing.Tests.Support;

namespace Lattice.Stripe.Testing.Tests.Pipeline;

public sealed class RequestLogTests
{
    private static readonly string s_things = Slice.Accepting("""
        { "type": "object", "properties": {
          "a": { "type": "string" },
          "list": { "type": "array", "items": { "type": "string" } } } }
        """);

    [Fact]
    public async Task A_request_is_kept_as_it_was_sent()
    {
        using Caller caller = Caller.Of(s_things);

        Reply reply = await caller.PostAsync("/v1/things", "list[0]=x+y&a=%C3%A9");
        ReceivedRequest received = Assert.Single(caller.Stripe!.Requests);

        Assert.Equal("POST", received.Method);
        Assert.Equal("/v1/things", received.Path);
        Assert.Equal("list[0]=x+y&a=%C3%A9", received.Body);
        Assert.Equal([new("list[0]", "x y"), new("a", "é")], received.Parameters);
        Assert.Equal(200, received.StatusCode);
        Assert.Equal(reply.Header("Request-Id"), received.RequestId);
        Assert.Equal("CreateThing", received.OperationId);
        Assert.Equal("application/x-www-form-urlencoded", received.Headers["content-TYPE"]);
    }

    [Fact]
    public async Task Requests_with_errors_are_kept_oldest_first_and_snapshots_do_not_change()
    {
        using Caller caller = Caller.Of(s_things);
        await caller.PostAsync("/v1/nope");
        await caller.PostAsync("/v1/things", authorization: null);
        IReadOnlyList<ReceivedRequest> snapshot = caller.Stripe!.Requests;
        await caller.PostAsync("/v1/things");

        Assert.Equal([404, 401], snapshot.Select(request => request.StatusCode));
        Assert.Equal([404, 401, 200], caller.Stripe.Requests.Select(request => request.StatusCode));
    }

    [Theory]
    [InlineData($"Bearer {Caller.Key}", "Bearer sk_test_…[redacted]")]
    [InlineData("Bearer secret", "Bearer [redacted]")]
    [InlineData(Caller.Key, "[redacted]")]
    [InlineData("Digest " + Caller.Key, "[redacted]")]
    public async Task The_key_is_never_kept(string authorization, string kept)
    {
        using Caller caller = Caller.Of(s_things);

        await caller.PostAsync("/v1/things", authorization: authorization);

        Assert.Equal(kept, Assert.Single(caller.Stripe!.Requests).Headers["Authorization"]);
    }

    [Fact]
    public async Task The_key_of_basic_authentication_is_never_kept()
    {
        using Caller caller = Caller.Of(s_things);
        string credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes(Caller.Key + ":"));

        await caller.PostAsync("/v1/things", authorization: $"Basic {credentials}");

        Assert.Equal("Basic sk_test_…[redacted]", Assert.Single(caller.Stripe!.Requests).Headers["authorization"]);
    }

    [Fact]
    public async Task ToString_shows_method_path_and_status_and_no_body()
    {
        using Caller caller = Caller.Of(s_things);

        await caller.PostAsync("/v1/things?a=hidden", "a=hidden");

        Assert.Equal("POST /v1/things -> 200", Assert.Single(caller.Stripe!.Requests).ToString());
    }

    [Fact]
    public async Task A_received_request_has_the_error_of_its_response()
    {
        using Caller caller = Caller.Of(s_things);

        await caller.PostAsync("/v1/things", "b=x");
        await caller.PostAsync("/v1/things", "a=x");
        ReceivedRequest failed = caller.Stripe!.Requests[0];
        ReceivedRequest succeeded = caller.Stripe.Requests[1];

        Assert.Equal(StripeErrorType.InvalidRequestError, failed.ErrorType);
        Assert.Equal(("parameter_unknown", "b"), (failed.ErrorCode, failed.ErrorParam));
        Assert.Equal("Received unknown parameter: b", failed.ErrorMessage);
        Assert.Null(succeeded.ErrorType);
        Assert.Equal((null, null, null), (succeeded.ErrorCode, succeeded.ErrorParam, succeeded.ErrorMessage));
    }

    [Fact]
    public async Task Requests_are_in_order_of_arrival_even_if_a_later_one_is_finished_first()
    {
        using var clock = new GatedClock();
        using var caller = new Caller(new StripeStandIn(new StripeStandInOptions
        {
            Slice = StripeSlice.Parse(s_things),
            TimeProvider = clock,
        }));

        Task<Reply> slow = Task.Run(() => caller.PostAsync("/v1/things"));
        await clock.Reached.WaitAsync(TimeSpan.FromSeconds(30));
        await caller.PostAsync("/v1/nope");
        clock.Open();
        await slow;

        Assert.Equal(["/v1/things", "/v1/nope"], caller.Stripe!.Requests.Select(request => request.Path));
    }

    [Fact]
    public async Task The_latest_requests_are_kept()
    {
        using var caller = new Caller(new StripeStandIn(new StripeStandInOptions { Slice = StripeSlice.Parse(s_things), MaxRequests = 2 }));

        foreach (string path in (string[])["/v1/one", "/v1/two", "/v1/three"])
        {
            await caller.PostAsync(path);
        }

        Assert.Equal(["/v1/two", "/v1/three"], caller.Stripe!.Requests.Select(request => request.Path));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StripeStandIn(new StripeStandInOptions { MaxRequests = 0 }));
    }

    [Fact]
    public async Task OnReceived_is_called_for_each_request()
    {
        List<ReceivedRequest> received = [];
        var options = new StripeStandInOptions { Slice = StripeSlice.Parse(s_things), OnReceived = received.Add };
        using var caller = new Caller(new StripeStandIn(options));

        await caller.PostAsync("/v1/things", "a=x");
        await caller.PostAsync("/v1/nope");

        Assert.Equal(["POST /v1/things -> 200", "POST /v1/nope -> 404"], received.Select(request => request.ToString()));
        Assert.Same(received[0], caller.Stripe!.Requests[0]);
    }

    [Fact]
    public async Task Several_threads_can_call_at_once()
    {
        using Caller caller = Caller.Of(s_things);

        Reply[] replies = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(i => Task.Run(() => caller.PostAsync("/v1/things", $"a={i}"))));

        Assert.All(replies, reply => Assert.Equal(200, reply.StatusCode));
        Assert.Equal(200, caller.Stripe!.Requests.Select(request => request.RequestId).Distinct().Count());
        Assert.Equal(
            Enumerable.Range(0, 200).Select(i => $"a={i}").Order(),
            caller.Stripe.Requests.Select(request => request.Body).Order());
    }

    /// <summary>A clock that blocks its callers until it is opened.</summary>
    private sealed class GatedClock : TimeProvider, IDisposable
    {
        private readonly TaskCompletionSource _reached = new();
        private readonly ManualResetEventSlim _gate = new();

        public Task Reached => _reached.Task;

        public void Open() => _gate.Set();

        public void Dispose() => _gate.Dispose();

        public override DateTimeOffset GetUtcNow()
        {
            _reached.TrySetResult();
            _gate.Wait();
            return DateTimeOffset.UnixEpoch;
        }
    }
}
