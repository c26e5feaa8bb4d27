namespace Lattice.Stripe.Tests.Http;

/// <summary>A live key never goes over http, not even to this machine: a proxy may stand between.</summary>
public class LiveKeyTests
{
    [Theory]
    [InlineData("sk_live_abc", "http://stripe-proxy.example:8080/")]
    [InlineData("rk_live_abc", "http://stripe-proxy.example:8080/")]
    [InlineData("sk_live_abc", "http://localhost:8080/")]
    [InlineData("sk_live_abc", "http://127.0.0.1:8080/")]
    [InlineData("sk_live_abc", "http://[::1]:8080/")]
    public async Task A_live_key_is_rejected_over_http(string key, string address)
    {
        var open = new Uri(address);
        ArgumentException atClient = Assert.Throws<ArgumentException>(
            () => Caller.Succeeding(options => (options.ApiKey, options.BaseAddress) = (key, open)));
        using Caller caller = Caller.Succeeding(options => options.BaseAddress = open);
        ArgumentException atCall = await Assert.ThrowsAsync<ArgumentException>(
            () => caller.CreateAsync(null, new StripeRequestOptions { ApiKey = key }));

        Assert.Empty(caller.Handler.Requests);
        Assert.All(
            [atClient, atCall],
            exception => Assert.StartsWith("A live key is not sent over http", exception.Message, StringComparison.Ordinal));
        Assert.All([atClient, atCall], exception => Assert.DoesNotContain(key, exception.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sk_live_abc", "https://stripe-proxy.example/")]
    [InlineData("sk_live_abc", "https://localhost:8080/")]
    [InlineData("sk_test_abc", "http://localhost:8080/")]
    [InlineData("sk_test_abc", "http://stripe-mock:12111/")]
    public async Task A_live_key_is_sent_over_https_and_a_test_key_over_both(string key, string address)
    {
        using Caller caller = Caller.Succeeding(options => (options.ApiKey, options.BaseAddress) = (key, new Uri(address)));

        await caller.CreateAsync();

        Assert.Equal($"Bearer {key}", caller.Sent.Header("Authorization"));
    }
}
