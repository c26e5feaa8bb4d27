using System.Net;
using Lattice.Stripe.Testing;
using Stripe;
using StripeNetTests.Support;

namespace StripeNetTests.StandIn;

/// <summary>Idempotency keys that an app sets with Stripe.net.</summary>
public sealed class IdempotencyTests : IDisposable
{
    private readonly StripeStandIn _stripe = StandIns.CreateShop();
    private readonly StripeClient _client;

    public IdempotencyTests() => _client = StandIns.CreateClient(_stripe);

    private static RequestOptions Order => new() { IdempotencyKey = "order-6735" };

    public void Dispose() => _stripe.Dispose();

    [Fact]
    public async Task A_repetition_gets_the_first_response()
    {
        Customer first = await _client.V1.Customers.CreateAsync(new CustomerCreateOptions { Name = "Ada" }, Order);
        Customer second = await _client.V1.Customers.CreateAsync(new CustomerCreateOptions { Name = "Ada" }, Order);

        Assert.Equal(first.Id, second.Id);
        Assert.False(first.StripeResponse.Headers.Contains("Idempotent-Replayed"));
        Assert.True(second.StripeResponse.Headers.Contains("Idempotent-Replayed"));
        Assert.Single((await _client.V1.Customers.ListAsync()).Data);
    }

    [Fact]
    public async Task Another_request_with_the_key_is_an_error()
    {
        await _client.V1.Customers.CreateAsync(new CustomerCreateOptions { Name = "Ada" }, Order);

        StripeException exception = await Assert.ThrowsAsync<StripeException>(
            () => _client.V1.Customers.CreateAsync(new CustomerCreateOptions { Name = "Grace" }, Order));

        Assert.Equal(HttpStatusCode.BadRequest, exception.HttpStatusCode);
        Assert.Equal("idempotency_error", exception.StripeError.Type);
    }
}
