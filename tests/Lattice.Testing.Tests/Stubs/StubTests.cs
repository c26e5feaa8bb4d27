using System.Net;
using Lattice.Stripe.Testing.Tests.Support;
using Lattice.Stripe.Testing.Tests.Widgets;

namespace Lattice.Stripe.Testing.Tests.Stubs;

/// <summary>The stubs of an operation.</summary>
public sealed class StubTests : IDisposable
{
    private static readonly WidgetCreateParams s_parameters = new() { Name = "n" };
    private static readonly StripeRequestOptions s_once = new() { MaxRetries = 0 };

    private readonly FakeTimeProvider _clock = new();
    private readonly StripeStandIn _stripe;

    public StubTests() => _stripe = WidgetSlice.CreateStandIn(_clock);

    public void Dispose() => _stripe.Dispose();

    [Fact]
    public async Task Stubs_are_used_in_order_and_then_the_behavior_is_as_usual()
    {
        _stripe.On(Widget.CreateOperation)
            .RespondWith(new Widget { Id = "first" })
            .FailWith(StripeErrorType.CardError, code: "card_declined", declineCode: "insufficient_funds", param: "name", message: "No.")
            .RespondWith(new Widget { Id = "third" });

        Assert.Equal("first", (await SendAsync()).GetValueOrThrow().Id);
        StripeError error = (await SendAsync()).Error!;
        Assert.Equal("third", (await SendAsync()).GetValueOrThrow().Id);
        Assert.StartsWith("w_", (await SendAsync()).GetValueOrThrow().Id, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.PaymentRequired, error.StatusCode);
        Assert.Equal(StripeErrorType.CardError, error.Type);
        Assert.Equal("card_declined", error.Code);
        Assert.Equal("insufficient_funds", error.DeclineCode);
        Assert.Equal("name", error.Param);
        Assert.Equal("No.", error.Message);
    }

    [Fact]
    public async Task Stubs_do_not_affect_other_operations()
    {
        _stripe.On(Widget.CreateOperation).FailWith(StripeErrorType.ApiError).Always();

        Assert.True((await Widgets.Source.TryCreateAsync(_stripe.Client, null, s_once)).IsSuccess);
        Assert.True((await Widget.TryCreateForOwnerAsync(_stripe.Client, "ow_1", null, s_once)).IsSuccess);
    }

    [Theory]
    [InlineData("invalid_request_error", 400)]
    [InlineData("idempotency_error", 400)]
    [InlineData("authentication_error", 401)]
    [InlineData("card_error", 402)]
    [InlineData("permission_error", 403)]
    [InlineData("conflict_error", 409)]
    [InlineData("rate_limit_error", 429)]
    [InlineData("api_error", 500)]
    public async Task An_error_type_has_a_status(string type, int status)
    {
        _stripe.On(Widget.CreateOperation).FailWith(type);

        StripeError error = (await SendAsync()).Error!;

        Assert.Equal(status, (int)error.StatusCode!);
        Assert.Equal(type, error.Type.Value);
        Assert.Contains(type, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, "invalid_request_error", "authentication_error", null)]
    [InlineData(402, "card_error", "card_error", null)]
    [InlineData(403, "invalid_request_error", "permission_error", null)]
    [InlineData(404, "invalid_request_error", "invalid_request_error", null)]
    [InlineData(409, "idempotency_error", "idempotency_error", "idempotency_key_in_use")]
    [InlineData(429, "invalid_request_error", "rate_limit_error", "rate_limit")]
    [InlineData(503, "api_error", "api_error", null)]
    public async Task A_status_has_an_error_type_and_a_code(int status, string bodyType, string type, string? code)
    {
        _stripe.On(Widget.CreateOperation).FailWith((HttpStatusCode)status);

        StripeError error = (await SendAsync()).Error!;

        Assert.Equal(status, (int)error.StatusCode!);
        Assert.Equal((bodyType, type), (error.BodyType?.Value, error.Type.Value));
        Assert.Equal(code, error.Code);
    }

    [Theory]
    [InlineData("connection_error", "Drop()")]
    [InlineData("timeout_error", "Delay()")]
    [InlineData("decoding_error", "your own message handler")]
    [InlineData("new_error", "Specify it")]
    public void The_error_for_a_type_that_Stripe_does_not_send_says_what_to_use_instead(string type, string instead)
    {
        var exception = Assert.Throws<ArgumentException>(
            () => _stripe.On(Widget.CreateOperation).FailWith(type));

        Assert.Contains(instead, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retry_uses_the_next_stub_even_with_the_same_key()
    {
        _stripe.On(Widget.CreateOperation)
            .FailWith(StripeErrorType.RateLimitError, retryAfter: TimeSpan.FromMilliseconds(1_001))
            .FailWith(HttpStatusCode.BadGateway)
            .RespondWith(new Widget { Id = "third" });

        Widget widget = await Widget.CreateAsync(_stripe.Client, s_parameters);

        Assert.Equal("third", widget.Id);
        Assert.Equal(3, widget.GetResponse()!.Attempts);
        Assert.Equal([429, 502, 200], _stripe.Requests.Select(request => request.StatusCode));
        Assert.Single(_stripe.Requests.Select(request => request.Headers["Idempotency-Key"]).Distinct());
    }

    [Fact]
    public async Task Retry_After_is_rounded_up_to_whole_seconds()
    {
        _stripe.On(Widget.CreateOperation).FailWith(StripeErrorType.RateLimitError, retryAfter: TimeSpan.FromMilliseconds(59_001));

        StripeError error = (await Widget.TryCreateAsync(_stripe.Client, s_parameters)).Error!;

        Assert.Equal(TimeSpan.FromSeconds(60), error.RetryAfter);
        Assert.Equal(1, error.Attempts);
    }

    [Fact]
    public async Task A_dropped_request_is_not_carried_out_and_gets_no_response()
    {
        _stripe.On(Widget.CreateOperation).Drop();
        using var http = new HttpClient(_stripe.CreateHandler());
        using HttpRequestMessage request = Request();

        var exception = await Assert.ThrowsAsync<HttpRequestException>(() => http.SendAsync(request));

        Assert.IsType<IOException>(exception.InnerException);
        Assert.Equal(HttpRequestError.ResponseEnded, exception.HttpRequestError);
        Assert.Null(Assert.Single(_stripe.Requests).StatusCode);
        Assert.Equal("POST /v1/widgets -> (no response)", _stripe.Requests[0].ToString());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_retry_after_a_dropped_connection_succeeds(bool carriedOut)
    {
        _stripe.On(Widget.CreateOperation).Drop(carriedOut);

        Widget widget = await Widget.CreateAsync(_stripe.Client, s_parameters);

        Assert.Equal(2, widget.GetResponse()!.Attempts);
        Assert.Equal(carriedOut, widget.GetResponse()!.IsIdempotentReplay);
        Assert.Equal([null, 200], _stripe.Requests.Select(request => request.StatusCode));
    }

    [Fact]
    public async Task A_connection_that_is_always_dropped_is_a_connection_error()
    {
        _stripe.On(Widget.CreateOperation).Drop().Always();

        StripeError error = (await Widget.TryCreateAsync(_stripe.Client, s_parameters)).Error!;

        Assert.Equal(StripeErrorType.ConnectionError, error.Type);
        Assert.True(error.IsOutcomeUnknown);
        Assert.Equal(3, error.Attempts);
    }

    [Fact]
    public async Task A_delayed_response_arrives_when_the_clock_reaches_its_time()
    {
        _stripe.On(Widget.CreateOperation).Delay(TimeSpan.FromSeconds(10));

        Task<StripeResult<Widget>> call = SendAsync();
        _clock.Advance(TimeSpan.FromSeconds(9));
        Assert.False(call.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.True((await call).IsSuccess);
    }

    [Fact]
    public async Task A_request_continues_when_its_caller_gives_up()
    {
        _stripe.On(Widget.CreateOperation).Delay(TimeSpan.FromSeconds(10));
        var impatient = new StripeRequestOptions { AttemptTimeout = TimeSpan.FromSeconds(2), IdempotencyKey = "key" };

        Task<StripeResult<Widget>> call = Widget.TryCreateAsync(_stripe.Client, s_parameters, impatient);
        _clock.Advance(TimeSpan.FromSeconds(2));
        StripeError error = (await call).Error!;
        _clock.Advance(TimeSpan.FromSeconds(8));
        Widget widget = await Widget.CreateAsync(_stripe.Client, s_parameters, impatient);

        Assert.Equal((HttpStatusCode.Conflict, "idempotency_key_in_use"), (error.StatusCode, error.Code));
        Assert.True(error.IsOutcomeUnknown);
        Assert.True(widget.GetResponse()!.IsIdempotentReplay);
        Assert.Equal([null, 409, 409, 200], _stripe.Requests.Select(request => request.StatusCode));
    }

    [Fact]
    public async Task A_request_is_listed_while_its_response_is_delayed()
    {
        _stripe.On(Widget.CreateOperation).Delay(TimeSpan.FromSeconds(10));

        Task<StripeResult<Widget>> call = SendAsync();
        ReceivedRequest pending = _stripe.AssertReceived(Widget.CreateOperation, s_parameters);

        Assert.Null(pending.StatusCode);
        _clock.Advance(TimeSpan.FromSeconds(10));
        await call;
        Assert.Equal(200, pending.StatusCode);
    }

    [Fact]
    public async Task Any_stub_can_be_delayed()
    {
        _stripe.On(Widget.CreateOperation)
            .FailWith(HttpStatusCode.PaymentRequired).After(TimeSpan.FromSeconds(10))
            .RespondWith(new Widget { Id = "late" }).After(TimeSpan.FromSeconds(10));

        Task<StripeResult<Widget>> failing = SendAsync();
        Assert.False(failing.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(10));
        Task<StripeResult<Widget>> succeeding = SendAsync();
        Assert.False(succeeding.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(HttpStatusCode.PaymentRequired, (await failing).Error!.StatusCode);
        Assert.Equal("late", (await succeeding).GetValueOrThrow().Id);
    }

    [Fact]
    public async Task A_response_can_depend_on_the_request()
    {
        _stripe.On(Widget.CreateOperation)
            .RespondWith(request => new Widget { Id = "w_" + request.Parameters.Single(parameter => parameter.Key == "name").Value })
            .Always();

        Assert.Equal("w_n", (await SendAsync()).GetValueOrThrow().Id);
        Assert.Equal("w_m", (await Widget.CreateAsync(_stripe.Client, new WidgetCreateParams { Name = "m" })).Id);
    }

    [Fact]
    public async Task An_invalid_request_uses_no_stub()
    {
        _stripe.On(Widget.CreateOperation).RespondWith(new Widget { Id = "stubbed" });

        StripeError error = (await Widget.TryCreateAsync(_stripe.Client, new WidgetCreateParams(), s_once)).Error!;

        Assert.Equal("name", error.Param);
        Assert.Equal("stubbed", (await SendAsync()).GetValueOrThrow().Id);
    }

    [Fact]
    public async Task A_stub_can_be_repeated()
    {
        _stripe.On(Widget.CreateOperation)
            .RespondWith(new Widget { Id = "twice" }).Times(2)
            .RespondWith(new Widget { Id = "always" }).Always();

        string[] ids = [.. await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ => (await SendAsync()).GetValueOrThrow().Id))];

        Assert.Equal(["twice", "twice", "always", "always", "always"], ids);
        Assert.Throws<InvalidOperationException>(() => _stripe.On(Widget.CreateOperation).Drop());
    }

    [Fact]
    public async Task Several_threads_can_share_stubs()
    {
        _stripe.On(Widget.CreateOperation).RespondWith(new Widget { Id = "stubbed" }).Times(100);

        StripeResult<Widget>[] results = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(SendAsync)));

        Assert.Equal(100, results.Count(result => result.GetValueOrThrow().Id == "stubbed"));
    }

    [Fact]
    public void Misuse_is_an_error()
    {
        StandInStubs<Widget> stubs = _stripe.On(Widget.CreateOperation);

        Assert.Throws<InvalidOperationException>(() => stubs.Times(2));
        Assert.Throws<InvalidOperationException>(() => stubs.Always());
        Assert.Throws<ArgumentOutOfRangeException>(() => stubs.Drop().Times(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => stubs.Delay(TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => stubs.Delay(TimeSpan.FromDays(25)));
        Assert.Throws<ArgumentOutOfRangeException>(() => stubs.FailWith(HttpStatusCode.OK));
        Assert.Throws<ArgumentOutOfRangeException>(() => stubs.FailWith(StripeErrorType.ApiError, retryAfter: TimeSpan.FromSeconds(-1)));
        Assert.Throws<ArgumentNullException>(() => stubs.RespondWith((Widget)null!));
    }

    [Fact]
    public void The_error_for_an_operation_of_another_slice_says_what_to_do()
    {
        var exception = Assert.Throws<ArgumentException>(() => _stripe.On(AccountLink.CreateOperation));

        Assert.Contains("POST /v1/account_links", exception.Message, StringComparison.Ordinal);
        Assert.Contains("StripeStandInOptions.Slice", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_of_v2_always_has_a_code()
    {
        _stripe.On(Widgets.V2.Core.Widget.CreateOperation)
            .FailWith(StripeErrorType.InvalidRequestError)
            .FailWith(HttpStatusCode.BadRequest, "temporary_session_expired", code: "session_expired");
        var parameters = new Widgets.V2.Core.WidgetCreateParams { Name = "n" };

        StripeError first = (await Widgets.V2.Core.Widget.TryCreateAsync(_stripe.Client, parameters)).Error!;
        StripeError second = (await Widgets.V2.Core.Widget.TryCreateAsync(_stripe.Client, parameters)).Error!;

        Assert.Equal("invalid_request", first.Code);
        Assert.Equal("session_expired", second.Code);
        Assert.Equal("temporary_session_expired", second.Type.Value);
    }

    private Task<StripeResult<Widget>> SendAsync() => Widget.TryCreateAsync(_stripe.Client, s_parameters, s_once);

    private static HttpRequestMessage Request() => new(HttpMethod.Post, "https://api.stripe.com/v1/widgets")
    {
        Headers = { { "Authorization", $"Bearer {Caller.Key}" } },
        Content = new FormUrlEncodedContent([new("name", "n")]),
    };
}
