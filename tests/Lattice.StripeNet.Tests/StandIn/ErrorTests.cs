using System.Net;
using Lattice.Stripe.Testing;
using Stripe;
using StripeNetTests.Support;

namespace StripeNetTests.StandIn;

/// <summary>The errors of the stand-in, as Stripe.net reports them.</summary>
public sealed class ErrorTests : IDisposable
{
    private static readonly PaymentIntentCreateOptions s_payment = new() { Amount = 2000, Currency = "usd" };

    private readonly StripeStandIn _stripe = StandIns.CreateShop();
    private readonly StripeClient _client;

    public ErrorTests() => _client = StandIns.CreateClient(_stripe);

    public void Dispose() => _stripe.Dispose();

    [Fact]
    public async Task A_missing_parameter_is_named()
    {
        StripeException exception = await Assert.ThrowsAsync<StripeException>(
            () => _client.V1.PaymentIntents.CreateAsync(new PaymentIntentCreateOptions { Currency = "usd" }));

        Assert.Equal(HttpStatusCode.BadRequest, exception.HttpStatusCode);
        Assert.Equal(
            ("invalid_request_error", "parameter_missing", "amount"),
            (exception.StripeError.Type, exception.StripeError.Code, exception.StripeError.Param));
        Assert.Equal("Missing required param: amount.", exception.Message);
        Assert.Equal(_stripe.Requests[^1].RequestId, exception.StripeResponse.RequestId);
    }

    [Fact]
    public async Task An_unknown_id_is_a_404()
    {
        StripeException exception = await Assert.ThrowsAsync<StripeException>(() => _client.V1.Customers.GetAsync("cus_gone"));

        Assert.Equal(HttpStatusCode.NotFound, exception.HttpStatusCode);
        Assert.Equal("resource_missing", exception.StripeError.Code);
        Assert.Equal("No such customer: 'cus_gone'", exception.Message);
    }

    [Fact]
    public async Task An_operation_that_the_slice_lacks_says_so()
    {
        StripeException exception = await Assert.ThrowsAsync<StripeException>(
            () => _client.V1.Coupons.CreateAsync(new CouponCreateOptions { PercentOff = 10 }));

        Assert.Equal(HttpStatusCode.NotFound, exception.HttpStatusCode);
        Assert.Contains("POST: /v1/coupons", exception.Message, StringComparison.Ordinal);
        Assert.Contains("slice", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_publishable_key_is_rejected()
    {
        StripeException exception = await Assert.ThrowsAsync<StripeException>(
            () => _client.V1.PaymentIntents.CreateAsync(s_payment, new RequestOptions { ApiKey = "pk_test_stripe_net" }));

        Assert.Equal(HttpStatusCode.Unauthorized, exception.HttpStatusCode);
        Assert.Equal("secret_key_required", exception.StripeError.Code);
    }

    [Fact]
    public async Task A_stub_declines_a_card()
    {
        _stripe.On(HttpMethod.Post, "/v1/payment_intents").FailWith(new StubbedError(HttpStatusCode.PaymentRequired)
        {
            Code = "card_declined",
            DeclineCode = "insufficient_funds",
            AdviceCode = "try_again_later",
            Message = "Your card has insufficient funds.",
        });

        StripeException exception = await Assert.ThrowsAsync<StripeException>(() => _client.V1.PaymentIntents.CreateAsync(s_payment));
        PaymentIntent next = await _client.V1.PaymentIntents.CreateAsync(s_payment);

        Assert.Equal(HttpStatusCode.PaymentRequired, exception.HttpStatusCode);
        Assert.Equal(
            ("card_error", "card_declined", "insufficient_funds", "try_again_later"),
            (exception.StripeError.Type, exception.StripeError.Code, exception.StripeError.DeclineCode, exception.StripeError.AdviceCode));
        Assert.Equal("Your card has insufficient funds.", exception.Message);
        Assert.Equal("requires_payment_method", next.Status);
    }

    [Fact]
    public async Task A_lost_response_is_replayed_to_the_retry()
    {
        _stripe.On(HttpMethod.Post, "/v1/payment_intents").Drop(carriedOut: true);

        PaymentIntent intent = await StandIns.CreateClient(_stripe, maxRetries: 1).V1.PaymentIntents.CreateAsync(s_payment);

        Assert.Equal("true", Assert.Single(intent.StripeResponse.Headers.GetValues("Idempotent-Replayed")));
        IReadOnlyList<ReceivedRequest> received = _stripe.Received(HttpMethod.Post, "/v1/payment_intents");
        Assert.Equal(2, received.Count);
        Assert.Equal(received[0].Headers["Idempotency-Key"], received[1].Headers["Idempotency-Key"]);
        Assert.Equal(2000, intent.Amount);
    }

    [Fact]
    public async Task A_page_of_a_proxy_is_not_an_error_of_Stripe()
    {
        _stripe.On(HttpMethod.Post, "/v1/payment_intents")
            .FailWith(new StubbedError(HttpStatusCode.BadGateway) { RawBody = "<html>Bad gateway</html>" });

        StripeException exception = await Assert.ThrowsAsync<StripeException>(() => _client.V1.PaymentIntents.CreateAsync(s_payment));

        Assert.Equal(HttpStatusCode.BadGateway, exception.HttpStatusCode);
        Assert.Null(exception.StripeError);
        Assert.Contains("<html>Bad gateway</html>", exception.Message, StringComparison.Ordinal);
    }
}
