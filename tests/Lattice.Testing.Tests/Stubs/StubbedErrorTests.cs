using System.Net;
using System.Text;
using Lattice.Stripe.Testing.Tests.Support;
using Lattice.Stripe.Testing.Tests.Widgets;

namespace Lattice.Stripe.Testing.Tests.Stubs;

/// <summary>Stubbed errors in full detail, and what idempotency keys remember of them.</summary>
public sealed class StubbedErrorTests : IDisposable
{
    private static readonly WidgetCreateParams s_parameters = new() { Name = "n" };
    private static readonly StripeRequestOptions s_keyed = new() { IdempotencyKey = "key" };

    private readonly StripeStandIn _stripe = WidgetSlice.CreateStandIn(new FakeTimeProvider());

    public void Dispose() => _stripe.Dispose();

    [Theory]
    [InlineData(400)]
    [InlineData(402)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task An_error_of_a_request_that_was_carried_out_is_remembered(int status)
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
    public async Task A_retry_of_a_500_gets_the_same_error_and_is_the_last()
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
    public async Task An_error_of_an_earlier_step_is_not_remembered(int status)
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
    public async Task A_test_can_override_whether_an_error_is_remembered(int status, bool carriedOut)
    {
        _stripe.On(Widget.CreateOperation).FailWith(new StubbedError((HttpStatusCode)status) { CarriedOut = carriedOut });

        StripeResult<Widget> result = await Widget.TryCreateAsync(_stripe.Client, s_parameters);

        Assert.Equal(carriedOut, !result.IsSuccess);
        Assert.Equal(carriedOut, result.Response!.IsIdempotentReplay);
    }

    [Fact]
    public async Task All_details_of_an_error_can_be_stubbed()
    {
        _stripe.On(Widget.CreateOperation).FailWith(new StubbedError(HttpStatusCode.PaymentRequired)
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
    public async Task Stripe_Should_Retry_can_be_stubbed(int status, bool shouldRetry, int attempts)
    {
        _stripe.On(Widget.CreateOperation)
            .FailWith(new StubbedError((HttpStatusCode)status) { ShouldRetry = shouldRetry, CarriedOut = false }).Always();

        Assert.Equal(attempts, (await Widget.TryCreateAsync(_stripe.Client, s_parameters)).Error!.Attempts);
    }

    [Fact]
    public async Task A_response_of_a_proxy_can_be_stubbed()
    {
        _stripe.On(Widget.CreateOperation)
            .FailWith(new StubbedError(HttpStatusCode.BadGateway) { RawBody = "<h1>Bad gateway</h1>" }).Always();

        StripeError error = (await Widget.TryCreateAsync(_stripe.Client, s_parameters)).Error!;

        Assert.Equal(StripeErrorType.ApiError, error.Type);
        Assert.Equal("<h1>Bad gateway</h1>", Encoding.UTF8.GetString(error.GetRawBody()!.Value.Span));
    }

    /// <summary>Stubs, and whether their responses have Stripe's headers.</summary>
    public static TheoryData<string, bool> Origins => new()
    {
        { "stubbed", true }, { "by type", true }, { "server error", true }, { "resource", true }, { "raw", false }, { "not Stripe", false },
        { "raw of Stripe", true },
    };

    [Theory]
    [MemberData(nameof(Origins))]
    public async Task Every_response_has_a_request_id_unless_it_does_not_come_from_Stripe(string stub, bool isFromStripe)
    {
        StandInStubs<Widget> stubs = _stripe.On(Widget.CreateOperation);
        _ = stub switch
        {
            "stubbed" => stubs.FailWith(HttpStatusCode.TooManyRequests),
            "by type" => stubs.FailWith(StripeErrorType.CardError),
            "server error" => stubs.FailWith(HttpStatusCode.InternalServerError),
            "resource" => stubs.RespondWith(new Widget()),
            "raw" => stubs.FailWith(new StubbedError(HttpStatusCode.Unauthorized) { RawBody = "<h1>Log in</h1>" }),
            "not Stripe" => stubs.FailWith(new StubbedError(HttpStatusCode.Unauthorized) { IsFromStripe = false }),
            _ => stubs.FailWith(new StubbedError(HttpStatusCode.BadGateway) { RawBody = "<h1>Bad gateway</h1>", IsFromStripe = true }),
        };
        stubs.Always();

        var options = new StripeRequestOptions { StripeAccount = "acct_1", IdempotencyKey = "key", MaxRetries = 0 };
        StripeResponse response = (await Widget.TryCreateAsync(_stripe.Client, s_parameters, options)).Response!;

        string[] names = ["Request-Id", "Stripe-Version", "Stripe-Account", "Idempotency-Key"];
        Assert.All(names, name => Assert.Equal(isFromStripe, response.GetHeader(name) is not null));
        Assert.True(isFromStripe || response.GetHeader("WWW-Authenticate") is null);
    }

    [Fact]
    public async Task An_error_that_does_not_come_from_Stripe_is_not_remembered()
    {
        _stripe.On(Widget.CreateOperation).FailWith(new StubbedError(HttpStatusCode.NotFound) { RawBody = "<h1>Not here</h1>" });

        StripeResult<Widget> first = await Widget.TryCreateAsync(_stripe.Client, s_parameters, s_keyed);
        StripeResult<Widget> again = await Widget.TryCreateAsync(_stripe.Client, s_parameters, s_keyed);

        Assert.Equal(HttpStatusCode.NotFound, first.Error!.StatusCode);
        Assert.True(again.IsSuccess);
        Assert.False(again.Response!.IsIdempotentReplay);
    }

    [Fact]
    public void Misuse_is_an_error()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new StubbedError(HttpStatusCode.OK));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StubbedError((HttpStatusCode)600));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new StubbedError(HttpStatusCode.Conflict) { RetryAfter = TimeSpan.FromSeconds(-1) });
    }
}
