using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests.Transport;

/// <summary>A live key never goes over an open network as plain text.</summary>
public class LiveKeyTests
{
    private static readonly Uri s_open = new("http://stripe-proxy.example:8080/");

    [Theory]
    [InlineData("sk_live_abc")]
    [InlineData("rk_live_abc")]
    public async Task It_is_refused_over_http(string key)
    {
        ArgumentException atClient = Assert.Throws<ArgumentException>(() => Caller.Succeeding(options => (options.ApiKey, options.BaseAddress) = (key, s_open)));
        using Caller caller = Caller.Succeeding(options => options.BaseAddress = s_open);
        ArgumentException atCall = await Assert.ThrowsAsync<ArgumentException>(() => caller.CreateAsync(null, new RequestOptions { ApiKey = key }));

        Assert.Empty(caller.Handler.Requests);
        Assert.All([atClient, atCall], exception => Assert.StartsWith("A live key is not sent over http", exception.Message, StringComparison.Ordinal));
        Assert.All([atClient, atCall], exception => Assert.DoesNotContain(key, exception.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sk_live_abc", "https://stripe-proxy.example/")]
    [InlineData("sk_live_abc", "http://localhost:8080/")]
    [InlineData("sk_live_abc", "http://127.0.0.1:8080/")]
    [InlineData("sk_live_abc", "http://[::1]:8080/")]
    [InlineData("sk_test_abc", "http://stripe-mock:12111/")]
    public async Task Encrypted_or_on_this_machine_it_is_sent_and_so_is_a_test_key(string key, string address)
    {
        using Caller caller = Caller.Succeeding(options => (options.ApiKey, options.BaseAddress) = (key, new Uri(address)));

        await caller.CreateAsync();

        Assert.Equal($"Bearer {key}", caller.Sent.Header("Authorization"));
    }
}
