using System.Net;
using System.Text;
using Lattice.Stripe.Testing.Tests.Support;
using Lattice.Stripe.Testing.Tests.Widgets;
using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Testing.Tests;

/// <summary>Planned errors in all their details, and what becomes of their idempotency keys.</summary>
public sealed class FailureTests : IDisposable
{
    private static readonly WidgetCreateParams s_parameters = new() { Name = "n" };
    private static readonly StripeRequestOptions s_keyed = new() { IdempotencyKey = "key" };

    private readonly StripeStandIn _stripe = WidgetSlice.CreateStandIn(new ManualTimeProvider());

    public void Dispose() => _stripe.Dispose();

    [Theory]
    [InlineData(400)]
    [InlineData(402)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task What_came_of_carrying_out_is_remembered_by_its_key(int status)
    {
        _stripe.On(Widget.CreateOperation).FailWith((HttpStatusCode)status);

        StripeResult<Widget> first = await Widget.TryCreateAsync(_stripe.Client, s_parameters, s_keyed);
        StripeResult<Widget> again = await Widget.TryCreateAsync(_stripe.Client, s_parameters, s_keyed);
        StripeResult<Widget> other = await Widget.TryCreateAsync(_stripe.Client, new WidgetCreateParams { Name = "m" }, s_keyed);

        Assert.Equal((status, status), ((int)first.Error!.StatusCode!, (int)again.Error!.StatusCode!));
        Assert.True(again.Response!.IsIdempotentReplay);
        Assert.Equal(StripeErrorType.IdempotencyError, other.Error!.Type);
        Assert.Equal(HttpStatusCode.BadRequest, other.Error.StatusCode);
    }

    [Fact]
    public async Task A_retry_of_a_500_gets_it_again_and_ends_there()
    {
        _stripe.On(Widget.CreateOperation).FailWith(HttpStatusCode.InternalServerError);

        StripeError error = (await Widget.TryCreateAsync(_stripe.Client, s_parameters)).Error!;

        Assert.Equal(2, error.Attempts);
        Assert.Equal([500, 500], _stripe.Requests.Select(request => request.StatusCode));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(409)]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task What_comes_from_in_front_of_that_is_not(int status)
    {
        _stripe.On(Widget.CreateOperation).FailWith((HttpStatusCode)status);
        var once = new StripeRequestOptions { IdempotencyKey = "key", MaxRetries = 0 };

        StripeResult<Widget> first = await Widget.TryCreateAsync(_stripe.Client, s_parameters, once);
        StripeResult<Widget> again = await Widget.TryCreateAsync(_stripe.Client, s_parameters, once);

        Assert.Equal(status, (int)first.Error!.StatusCode!);
        Assert.True(again.IsSuccess);
        Assert.False(again.Response.IsIdempotentReplay);
    }

    [Theory]
    [InlineData(500, false)]
    [InlineData(503, true)]
    public async Task A_test_can_say_otherwise(int status, bool carriedOut)
    {
        _stripe.On(Widget.CreateOperation).FailWith(new StandInFailure((HttpStatusCode)status) { CarriedOut = carriedOut });

        StripeResult<Widget> result = await Widget.TryCreateAsync(_stripe.Client, s_parameters);

        Assert.Equal(carriedOut, !result.IsSuccess);
        Assert.Equal(carriedOut, result.Response!.IsIdempotentReplay);
    }

    [Fact]
    public async Task All_that_Stripe_says_of_an_error_can_be_planned()
    {
        _stripe.On(Widget.CreateOperation).FailWith(new StandInFailure(HttpStatusCode.PaymentRequired)
        {
            Code = "card_declined",
            DeclineCode = "insufficient_funds",
            AdviceCode = "try_again_later",
            Charge = "ch_1",
            UserMessage = "Try another card.",
            RequestLogUrl = "https://example.com/logs/req_1",
            Param = "name",
            Message = "No.",
        });

        StripeError error = (await Widget.TryCreateAsync(_stripe.Client, s_parameters)).Error!;

        Assert.Equal((StripeErrorType.CardError, "card_declined", "insufficient_funds"), (error.Type, error.Code, error.DeclineCode));
        Assert.Equal(("try_again_later", "ch_1", "Try another card."), (error.AdviceCode, error.Charge, error.UserMessage));
        Assert.Equal(("name", "No."), (error.Param, error.Message));
        Assert.Equal("https://example.com/logs/req_1", error.RequestLogUrl?.ToString());
    }

    [Theory]
    [InlineData(400, true, 3)]
    [InlineData(503, false, 1)]
    public async Task Whether_to_retry_can_be_said(int status, bool shouldRetry, int attempts)
    {
        _stripe.On(Widget.CreateOperation)
            .FailWith(new StandInFailure((HttpStatusCode)status) { ShouldRetry = shouldRetry, CarriedOut = false }).Always();

        Assert.Equal(attempts, (await Widget.TryCreateAsync(_stripe.Client, s_parameters)).Error!.Attempts);
    }

    [Fact]
    public async Task A_proxy_may_answer_in_place_of_Stripe()
    {
        _stripe.On(Widget.CreateOperation)
            .FailWith(new StandInFailure(HttpStatusCode.BadGateway) { RawBody = "<h1>Bad gateway</h1>" }).Always();

        StripeError error = (await Widget.TryCreateAsync(_stripe.Client, s_parameters)).Error!;

        Assert.Equal(StripeErrorType.ApiError, error.Type);
        Assert.Equal("<h1>Bad gateway</h1>", Encoding.UTF8.GetString(error.GetRawBody()!.Value.Span));
    }

    /// <summary>What comes in place of Stripe's own response, and whether it has Stripe's headers.</summary>
    public static TheoryData<string, bool> Origins => new()
    {
        { "planned", true }, { "by type", true }, { "server error", true }, { "given", true }, { "raw", false }, { "not Stripe", false },
        { "raw of Stripe", true },
    };

    [Theory]
    [MemberData(nameof(Origins))]
    public async Task Every_response_has_a_request_id_unless_it_does_not_come_from_Stripe(string plan, bool isFromStripe)
    {
        StandInScript<Widget> script = _stripe.On(Widget.CreateOperation);
        _ = plan switch
        {
            "planned" => script.FailWith(HttpStatusCode.TooManyRequests),
            "by type" => script.FailWith(StripeErrorType.CardError),
            "server error" => script.FailWith(HttpStatusCode.InternalServerError),
            "given" => script.RespondWith(new Widget()),
            "raw" => script.FailWith(new StandInFailure(HttpStatusCode.Unauthorized) { RawBody = "<h1>Log in</h1>" }),
            "not Stripe" => script.FailWith(new StandInFailure(HttpStatusCode.Unauthorized) { IsFromStripe = false }),
            _ => script.FailWith(new StandInFailure(HttpStatusCode.BadGateway) { RawBody = "<h1>Bad gateway</h1>", IsFromStripe = true }),
        };
        script.Always();

        StripeResponse response = (await Widget.TryCreateAsync(
            _stripe.Client, s_parameters, new StripeRequestOptions { StripeAccount = "acct_1", IdempotencyKey = "key", MaxRetries = 0 })).Response!;

        string[] names = ["Request-Id", "Stripe-Version", "Stripe-Account", "Idempotency-Key"];
        Assert.All(names, name => Assert.Equal(isFromStripe, response.GetHeader(name) is not null));
        Assert.True(isFromStripe || response.GetHeader("WWW-Authenticate") is null);
    }

    [Fact]
    public async Task What_did_not_come_from_Stripe_is_not_remembered()
    {
        _stripe.On(Widget.CreateOperation).FailWith(new StandInFailure(HttpStatusCode.NotFound) { RawBody = "<h1>Not here</h1>" });

        StripeResult<Widget> first = await Widget.TryCreateAsync(_stripe.Client, s_parameters, s_keyed);
        StripeResult<Widget> again = await Widget.TryCreateAsync(_stripe.Client, s_parameters, s_keyed);

        Assert.Equal(HttpStatusCode.NotFound, first.Error!.StatusCode);
        Assert.True(again.IsSuccess);
        Assert.False(again.Response!.IsIdempotentReplay);
    }

    [Fact]
    public void Wrong_use_is_told()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new StandInFailure(HttpStatusCode.OK));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StandInFailure((HttpStatusCode)600));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new StandInFailure(HttpStatusCode.Conflict) { RetryAfter = TimeSpan.FromSeconds(-1) });
    }
}
