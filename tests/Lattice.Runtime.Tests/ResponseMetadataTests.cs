using System.Net;
using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests;

/// <summary>The metadata of a response is on the result, the resource, the error and the exception.</summary>
public sealed class ResponseMetadataTests
{
    private static readonly (string, string)[] s_headers =
    [
        ("Request-Id", "req_2"), ("Stripe-Version", "2020-02-02"), ("Idempotent-Replayed", "true"), ("X-Mine", "1"),
    ];

    [Fact]
    public async Task A_resource_has_the_metadata_of_the_last_attempt()
    {
        using var caller = new RetryingCaller(
            [RetryingCaller.Response(500, "", ("Request-Id", "req_1")), RetryingCaller.Response(201, StubResponse.Thing, s_headers)]);

        StripeResult<Thing> result = await caller.TryAsync(new StripeRequestOptions { IdempotencyKey = "key-1" });

        Thing thing = result.GetValueOrThrow();
        StripeResponse response = thing.GetResponse()!;
        Assert.Same(result.Response, response);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("req_2", response.RequestId);
        Assert.Equal("2020-02-02", response.ApiVersion);
        Assert.True(response.IsIdempotentReplay);
        Assert.Equal("key-1", response.IdempotencyKey);
        Assert.Equal(2, response.Attempts);
        Assert.Equal("1", response.GetHeader("x-MINE"));
        Assert.True(response.GetHeaders().ContainsKey("REQUEST-ID"));
        Assert.Null(response.RetryAfter);
    }

    [Fact]
    public async Task A_resource_of_the_throwing_method_has_metadata_as_well()
    {
        using Caller caller = Caller.Responding(200, StubResponse.Thing, s_headers);

        Thing thing = await caller.CreateAsync();

        StripeResponse response = thing.GetResponse()!;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("req_2", response.RequestId);
        Assert.Equal("2020-02-02", response.ApiVersion);
        Assert.True(response.IsIdempotentReplay);
        Assert.Equal(caller.Sent.Header("Idempotency-Key"), response.IdempotencyKey);
        Assert.Equal(1, response.Attempts);
    }

    [Fact]
    public async Task An_error_and_its_exception_have_metadata()
    {
        using var caller = new RetryingCaller(
            [RetryingCaller.Response(500, ""), RetryingCaller.Response(402, "{}", [.. s_headers, ("Retry-After", "7")])]);

        StripeResult<Thing> result = await caller.TryAsync(new StripeRequestOptions { IdempotencyKey = "key-1" });

        StripeError error = Caller.Failed(result);
        Assert.Equal(HttpStatusCode.PaymentRequired, error.StatusCode);
        Assert.Equal("req_2", error.RequestId);
        Assert.Equal("key-1", error.IdempotencyKey);
        Assert.Equal(2, error.Attempts);
        Assert.Equal(TimeSpan.FromSeconds(7), error.RetryAfter);
        StripeResponse response = Assert.Throws<StripeException>(() => result.GetValueOrThrow()).Response!;
        Assert.Same(result.Response, response);
        Assert.Equal("2020-02-02", response.ApiVersion);
        Assert.True(response.IsIdempotentReplay);
        Assert.Equal(2, response.Attempts);
        Assert.Equal(TimeSpan.FromSeconds(7), response.RetryAfter);
    }

    [Fact]
    public async Task A_response_without_the_headers_has_null_values()
    {
        using Caller caller = Caller.Succeeding();

        StripeResponse response = (await caller.CreateAsync()).GetResponse()!;

        Assert.Null(response.RequestId);
        Assert.Null(response.ApiVersion);
        Assert.False(response.IsIdempotentReplay);
        Assert.Null(response.RetryAfter);
    }

    [Fact]
    public void A_resource_without_a_response_has_no_metadata() => Assert.Null(new Thing().GetResponse());
}
