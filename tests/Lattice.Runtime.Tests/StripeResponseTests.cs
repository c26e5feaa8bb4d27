using System.Net;

namespace Lattice.Stripe.Tests;

public sealed class StripeResponseTests
{
    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    public async Task It_has_the_metadata_of_the_response(int status)
    {
        using Caller caller = Caller.Responding(
            status,
            StubResponse.Thing,
            ("Request-Id", "req_1"),
            ("Stripe-Version", "2020-02-02"),
            ("Idempotent-Replayed", "true"),
            ("X-Two", "a"),
            ("X-Two", "b"));

        StripeResponse response = (await caller.TryAsync(null, new StripeRequestOptions { IdempotencyKey = "key-1" })).Response!;

        Assert.Equal((HttpStatusCode)status, response.StatusCode);
        Assert.Equal("req_1", response.RequestId);
        Assert.Equal("2020-02-02", response.ApiVersion);
        Assert.True(response.IsIdempotentReplay);
        Assert.Equal("key-1", response.IdempotencyKey);
        Assert.Equal(1, response.Attempts);
        Assert.Equal("req_1", response.GetHeader("REQUEST-ID"));
        Assert.Equal("a, b", response.GetHeader("x-two"));
        Assert.Null(response.GetHeader("X-None"));
        Assert.Equal($"{status} req_1", response.ToString());
    }

    [Theory]
    [InlineData("TRUE", true)]
    [InlineData("false", false)]
    [InlineData("", false)]
    [InlineData("1", false)]
    public async Task A_replay_has_the_header_value_true(string value, bool replayed)
    {
        using Caller caller = Caller.Responding(200, StubResponse.Thing, ("Idempotent-Replayed", value));

        Assert.Equal(replayed, (await caller.TryAsync()).Response!.IsIdempotentReplay);
    }

    [Fact]
    public void A_response_for_tests_needs_no_headers()
    {
        var response = new StripeResponse();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(response.GetHeaders());
        Assert.Null(response.RequestId);
        Assert.Null(response.ApiVersion);
        Assert.False(response.IsIdempotentReplay);
        Assert.Equal("200", response.ToString());
    }

    [Fact]
    public async Task ToString_omits_a_request_id_of_another_form()
    {
        using Caller caller = Caller.Responding(400, "{}", ("Request-Id", Caller.Key));

        Assert.Equal("400", (await caller.TryAsync()).Response!.ToString());
    }
}
