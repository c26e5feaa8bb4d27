using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe.Tests.Http;

/// <summary>The key by which Stripe recognizes a request that it has seen.</summary>
public sealed class IdempotencyKeyTests
{
    [Fact]
    public async Task The_callers_key_is_sent_and_returned()
    {
        using Caller caller = Caller.Succeeding();

        StripeResult<Thing> result = await caller.TryAsync(null, new StripeRequestOptions { IdempotencyKey = "order-17!~" });

        Assert.Equal("order-17!~", caller.Sent.Header("Idempotency-Key"));
        Assert.Equal("order-17!~", result.Response!.IdempotencyKey);
    }

    [Fact]
    public async Task Each_call_without_a_key_generates_one()
    {
        using Caller caller = Caller.Succeeding();
        var handedBack = new List<string?>();

        for (int i = 0; i < 100; i++)
        {
            handedBack.Add((await caller.TryAsync()).Response!.IdempotencyKey);
        }

        List<string?> sent = [.. caller.Handler.Requests.Select(request => request.Header("Idempotency-Key"))];
        Assert.Equal(sent, handedBack);
        Assert.Equal(100, sent.Distinct().Count());

        // At least 122 random bits, like a random UUID.
        Assert.All(sent, key => Assert.Matches("^[0-9A-Za-z-]{31,255}$", key!));
    }

    [Fact]
    public async Task A_GET_has_no_key()
    {
        using Caller caller = Caller.Succeeding();
        var operation = new StripeOperation<StripeNoParams, Thing>(
            "Thing.Get", HttpMethod.Get, "/v1/thing", Thing.ApiVersion, StripeJsonReader.Read<Thing>);

        StripeResult<Thing> result = await operation.TrySendAsync(caller.Client, [], null, null, CancellationToken.None);

        Assert.Equal(HttpMethod.Get, caller.Sent.Method);
        Assert.Null(caller.Sent.Header("Idempotency-Key"));
        Assert.Null(result.Response!.IdempotencyKey);
    }

    [Fact]
    public async Task A_key_may_have_at_most_255_characters()
    {
        using Caller caller = Caller.Succeeding();

        await caller.CreateAsync(null, new StripeRequestOptions { IdempotencyKey = new string('k', 255) });
        await Assert.ThrowsAsync<ArgumentException>(
            () => caller.TryAsync(null, new StripeRequestOptions { IdempotencyKey = new string('k', 256) }));

        Assert.Equal(255, caller.Sent.Header("Idempotency-Key")!.Length);
    }
}
