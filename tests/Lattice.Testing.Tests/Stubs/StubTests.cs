using System.Net;
using Lattice.Stripe.Testing.Tests.Support;
using Lattice.Stripe.Testing.Tests.Widgets;
using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Testing.Tests;

/// <summary>What a test plans for an operation.</summary>
public sealed class ScriptTests : IDisposable
{
    private static readonly WidgetCreateParams s_parameters = new() { Name = "n" };
    private static readonly StripeRequestOptions s_once = new() { MaxRetries = 0 };

    private readonly ManualTimeProvider _clock = new();
    private readonly StripeStandIn _stripe;

    public ScriptTests() => _stripe = WidgetSlice.CreateStandIn(_clock);

    public void Dispose() => _stripe.Dispose();

    [Fact]
    public async Task Steps_are_taken_in_their_order_and_then_all_is_as_ever()
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
    public async Task Other_operations_are_not_concerned()
    {
        _stripe.On(Widget.CreateOperation).FailWith(StripeErrorType.ApiError).Always();

        Assert.True((await Source.TryCreateAsync(_stripe.Client, null, s_once)).IsSuccess);
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
    public async Task A_type_of_error_has_its_status(string type, int status)
    {
        _stripe.On(Widget.CreateOperation).FailWith(new StripeErrorType(type));

        StripeError error = (await SendAsync()).Error!;

        Assert.Equal(status, (int)error.StatusCode!);
        Assert.Equal(type, error.Type.Value);
        Assert.Contains(type, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, "invalid_request_error", null)]
    [InlineData(402, "card_error", null)]
    [InlineData(403, "invalid_request_error", null)]
    [InlineData(404, "invalid_request_error", null)]
    [InlineData(409, "idempotency_error", "idempotency_key_in_use")]
    [InlineData(429, "invalid_request_error", "rate_limit")]
    [InlineData(503, "api_error", null)]
    public async Task A_status_has_its_type_of_error_and_its_code(int status, string type, string? code)
    {
        _stripe.On(Widget.CreateOperation).FailWith((HttpStatusCode)status);

        StripeError error = (await SendAsync()).Error!;

        Assert.Equal(status, (int)error.StatusCode!);
        Assert.Equal(type, error.Type.Value);
        Assert.Equal(code, error.Code);
    }

    [Theory]
    [InlineData("connection_error", "Drop()")]
    [InlineData("timeout_error", "Delay()")]
    [InlineData("decoding_error", "handler of your own")]
    [InlineData("new_error", "name it")]
    public void A_type_that_Stripe_does_not_answer_says_what_to_use_instead(string type, string instead)
    {
        var problem = Assert.Throws<ArgumentException>(
            () => _stripe.On(Widget.CreateOperation).FailWith(new StripeErrorType(type)));

        Assert.Contains(instead, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retry_meets_with_the_next_step_whatever_its_key()
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
    public async Task Retry_after_is_in_whole_seconds_rounded_up()
    {
        _stripe.On(Widget.CreateOperation).FailWith(StripeErrorType.RateLimitError, retryAfter: TimeSpan.FromMilliseconds(59_001));

        StripeError error = (await Widget.TryCreateAsync(_stripe.Client, s_parameters)).Error!;

        Assert.Equal(TimeSpan.FromSeconds(60), error.RetryAfter);
        Assert.Equal(1, error.Attempts);
    }

    [Fact]
    public async Task A_dropped_request_was_not_carried_out_and_gets_no_answer()
    {
        _stripe.On(Widget.CreateOperation).Drop();
        using var http = new HttpClient(_stripe.CreateHandler());
        using HttpRequestMessage request = Request();

        var problem = await Assert.ThrowsAsync<HttpRequestException>(() => http.SendAsync(request));

        Assert.IsType<IOException>(problem.InnerException);
        Assert.Equal(HttpRequestError.ResponseEnded, problem.HttpRequestError);
        Assert.Null(Assert.Single(_stripe.Requests).StatusCode);
        Assert.Equal("POST /v1/widgets -> (no response)", _stripe.Requests[0].ToString());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_a_lost_connection_the_retry_succeeds(bool carriedOut)
    {
        _stripe.On(Widget.CreateOperation).Drop(carriedOut);

        Widget widget = await Widget.CreateAsync(_stripe.Client, s_parameters);

        Assert.Equal(2, widget.GetResponse()!.Attempts);
        Assert.Equal(carriedOut, widget.GetResponse()!.IsIdempotentReplay);
        Assert.Equal([null, 200], _stripe.Requests.Select(request => request.StatusCode));
    }

    [Fact]
    public async Task A_connection_that_stays_lost_is_a_connection_error()
    {
        _stripe.On(Widget.CreateOperation).Drop().Always();

        StripeError error = (await Widget.TryCreateAsync(_stripe.Client, s_parameters)).Error!;

        Assert.Equal(StripeErrorType.ConnectionError, error.Type);
        Assert.True(error.IsOutcomeUnknown);
        Assert.Equal(3, error.Attempts);
    }

    [Fact]
    public async Task A_delayed_answer_comes_when_the_clock_says_so()
    {
        _stripe.On(Widget.CreateOperation).Delay(TimeSpan.FromSeconds(10));

        Task<StripeResult<Widget>> call = SendAsync();
        _clock.Advance(TimeSpan.FromSeconds(9));
        Assert.False(call.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.True((await call).IsSuccess);
    }

    [Fact]
    public async Task What_was_begun_goes_on_when_its_caller_gives_up()
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
    public async Task A_request_is_listed_while_its_answer_is_waited_for()
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
    public async Task Any_step_can_come_late()
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
    public async Task An_answer_can_be_made_of_the_request()
    {
        _stripe.On(Widget.CreateOperation)
            .RespondWith(request => new Widget { Id = "w_" + request.Parameters.Single(parameter => parameter.Key == "name").Value })
            .Always();

        Assert.Equal("w_n", (await SendAsync()).GetValueOrThrow().Id);
        Assert.Equal("w_m", (await Widget.CreateAsync(_stripe.Client, new WidgetCreateParams { Name = "m" })).Id);
    }

    [Fact]
    public async Task A_request_that_is_refused_uses_up_no_step()
    {
        _stripe.On(Widget.CreateOperation).RespondWith(new Widget { Id = "planned" });

        StripeError error = (await Widget.TryCreateAsync(_stripe.Client, new WidgetCreateParams(), s_once)).Error!;

        Assert.Equal("name", error.Param);
        Assert.Equal("planned", (await SendAsync()).GetValueOrThrow().Id);
    }

    [Fact]
    public async Task A_step_can_be_repeated()
    {
        _stripe.On(Widget.CreateOperation)
            .RespondWith(new Widget { Id = "twice" }).Times(2)
            .RespondWith(new Widget { Id = "always" }).Always();

        string[] ids = [.. await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ => (await SendAsync()).GetValueOrThrow().Id))];

        Assert.Equal(["twice", "twice", "always", "always", "always"], ids);
        Assert.Throws<InvalidOperationException>(() => _stripe.On(Widget.CreateOperation).Drop());
    }

    [Fact]
    public async Task Many_threads_share_a_plan()
    {
        _stripe.On(Widget.CreateOperation).RespondWith(new Widget { Id = "planned" }).Times(100);

        StripeResult<Widget>[] results = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(SendAsync)));

        Assert.Equal(100, results.Count(result => result.GetValueOrThrow().Id == "planned"));
    }

    [Fact]
    public void Wrong_use_is_told()
    {
        StandInScript<Widget> script = _stripe.On(Widget.CreateOperation);

        Assert.Throws<InvalidOperationException>(() => script.Times(2));
        Assert.Throws<InvalidOperationException>(() => script.Always());
        Assert.Throws<ArgumentOutOfRangeException>(() => script.Drop().Times(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => script.Delay(TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => script.Delay(TimeSpan.FromDays(25)));
        Assert.Throws<ArgumentOutOfRangeException>(() => script.FailWith(HttpStatusCode.OK));
        Assert.Throws<ArgumentOutOfRangeException>(() => script.FailWith(StripeErrorType.ApiError, retryAfter: TimeSpan.FromSeconds(-1)));
        Assert.Throws<ArgumentNullException>(() => script.RespondWith((Widget)null!));
    }

    [Fact]
    public void An_operation_of_another_slice_is_told_with_the_remedy()
    {
        var problem = Assert.Throws<ArgumentException>(() => _stripe.On(AccountLink.CreateOperation));

        Assert.Contains("POST /v1/account_links", problem.Message, StringComparison.Ordinal);
        Assert.Contains("StripeStandInOptions.Slice", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_of_v2_has_a_code_always()
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
