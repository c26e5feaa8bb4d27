using System.Net;
using Lattice.Stripe.Testing;
using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests.Guides;

/// <summary>The classes in the guide to errors decide as the guide says.</summary>
public sealed class ErrorGuideTests : IDisposable
{
    private const string Page = "runtime/Lattice.Runtime/errors.md";

    private readonly StripeStandIn _stripe = new();
    private readonly StripeClient _client;

    public ErrorGuideTests() =>
        _client = new StripeClient(new StripeClientOptions { ApiKey = StandIns.ApiKey, MaxRetries = 0 }, _stripe.CreateHandler());

    public void Dispose()
    {
        _client.Dispose();
        _stripe.Dispose();
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.Conflict)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    public async Task A_rejected_repetition_does_not_settle_an_unknown_outcome(HttpStatusCode status)
    {
        dynamic job = GuideTypes.Create(Page, "RefundJob", _client);
        _stripe.On(Refund.CreateOperation).Drop().FailWith(status);

        object[] states = [await job.RunAsync("7", "pi_1"), await job.RunAsync("7", "pi_1"), await job.RunAsync("7", "pi_1")];

        Assert.Equal(["Pending", "Pending", "Refunded"], states.Select(state => $"{state}"));
        Assert.Single(_stripe.Received(Refund.CreateOperation).Select(request => request.Headers["Idempotency-Key"]).Distinct());
    }

    [Fact]
    public async Task The_outcome_of_a_rejected_repetition_is_known_and_says_nothing_about_the_first_call()
    {
        _stripe.On(Refund.CreateOperation).Drop().FailWith(HttpStatusCode.Unauthorized);
        var options = new StripeRequestOptions { IdempotencyKey = "refund-7" };
        var parameters = new RefundCreateParams { PaymentIntent = "pi_1" };

        StripeResult<Refund> first = await Refund.TryCreateAsync(_client, parameters, options);
        StripeResult<Refund> repeated = await Refund.TryCreateAsync(_client, parameters, options);

        Assert.Equal((true, false), (first.Error!.IsOutcomeUnknown, repeated.Error!.IsOutcomeUnknown));
    }

    [Fact]
    public async Task A_final_rejection_settles_an_unknown_outcome()
    {
        dynamic job = GuideTypes.Create(Page, "RefundJob", _client);
        _stripe.On(Refund.CreateOperation).Drop().FailWith(HttpStatusCode.BadRequest, code: "charge_already_refunded");

        object[] states = [await job.RunAsync("7", "pi_1"), await job.RunAsync("7", "pi_1")];

        Assert.Equal(["Pending", "Rejected"], states.Select(state => $"{state}"));
    }

    [Fact]
    public async Task Another_request_with_the_same_key_does_not_settle_an_unknown_outcome()
    {
        dynamic job = GuideTypes.Create(Page, "RefundJob", _client);
        _stripe.On(Refund.CreateOperation).Drop(carriedOut: true);

        object[] states = [await job.RunAsync("7", "pi_1"), await job.RunAsync("7", "pi_changed"), await job.RunAsync("7", "pi_1")];

        Assert.Equal(["Pending", "Pending", "Refunded"], states.Select(state => $"{state}"));
    }

    [Fact]
    public async Task A_stored_error_of_the_server_stays_unknown()
    {
        _stripe.On(Refund.CreateOperation).FailWith(new StubbedError(HttpStatusCode.InternalServerError) { CarriedOut = true });
        var options = new StripeRequestOptions { IdempotencyKey = "refund-7" };
        var parameters = new RefundCreateParams { PaymentIntent = "pi_1" };

        await Refund.TryCreateAsync(_client, parameters, options);
        StripeResult<Refund> repeated = await Refund.TryCreateAsync(_client, parameters, options);

        Assert.Equal(HttpStatusCode.InternalServerError, repeated.Error!.StatusCode);
        Assert.True(repeated.Response!.IsIdempotentReplay);
        Assert.True(repeated.Error.IsOutcomeUnknown);
    }

    [Fact]
    public async Task A_fixed_request_needs_a_new_key()
    {
        _stripe.On(Refund.CreateOperation).FailWith(new StubbedError(HttpStatusCode.PaymentRequired) { CarriedOut = true });
        var options = new StripeRequestOptions { IdempotencyKey = "refund-7-1" };
        var parameters = new RefundCreateParams { PaymentIntent = "pi_1" };

        await Refund.TryCreateAsync(_client, parameters, options);
        StripeResult<Refund> same = await Refund.TryCreateAsync(_client, parameters, options);
        parameters.Amount = 5;
        StripeResult<Refund> changed = await Refund.TryCreateAsync(_client, parameters, options);
        StripeResult<Refund> withNewKey =
            await Refund.TryCreateAsync(_client, parameters, new StripeRequestOptions { IdempotencyKey = "refund-7-2" });

        Assert.True(same.Response!.IsIdempotentReplay);
        Assert.Equal(HttpStatusCode.PaymentRequired, same.Error!.StatusCode);
        Assert.Equal(StripeErrorType.IdempotencyError, changed.Error!.Type);
        Assert.True(withNewKey.IsSuccess);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, true)]
    [InlineData(HttpStatusCode.Conflict, true)]
    [InlineData(HttpStatusCode.ServiceUnavailable, true)]
    [InlineData(HttpStatusCode.PaymentRequired, false)]
    [InlineData(HttpStatusCode.Unauthorized, false)]
    [InlineData(HttpStatusCode.BadRequest, false)]
    public async Task The_status_says_whether_a_failure_is_transient(HttpStatusCode status, bool isTransient)
    {
        _stripe.On(Refund.CreateOperation).FailWith(status);

        StripeResult<Refund> result = await Refund.TryCreateAsync(_client, new RefundCreateParams { PaymentIntent = "pi_1" });

        object answer = GuideTypes.Find(Page, "Failures").GetMethod("IsTransient")!.Invoke(null, [result.Error])!;
        Assert.Equal(isTransient, answer);
    }
}
