using Lattice.Stripe.Tests.Support;
using Lattice.TestSupport.Logging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Lattice.Stripe.Tests;

/// <summary>Clients from the container: the one, and several by name.</summary>
public class RegistrationTests
{
    [Fact]
    public async Task The_client_is_injected_and_lives_as_long_as_the_container()
    {
        StubHandler handler = Services.Succeeding();
        var services = new ServiceCollection();
        services.AddStripeClient(options => options.ApiKey = Caller.Key).RespondedBy(handler);
        ServiceProvider provider = services.BuildServiceProvider();

        IStripeClient client = provider.GetRequiredService<IStripeClient>();
        Assert.True((await client.CallAsync()).IsSuccess);

        Assert.Same(client, provider.GetRequiredService<IStripeClient>());
        Assert.Equal($"Bearer {Caller.Key}", Assert.Single(handler.Requests).Header("Authorization"));
        await provider.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.CallAsync());
    }

    [Fact]
    public async Task Named_clients_share_nothing()
    {
        StubHandler europe = Services.Succeeding(), america = Services.Succeeding(), plain = Services.Succeeding();
        var services = new ServiceCollection();
        services.AddStripeClient(options => options.ApiKey = "sk_test_plain").RespondedBy(plain);
        services.AddStripeClient("eu", options => (options.ApiKey, options.StripeAccount) = ("sk_test_eu", "acct_eu")).RespondedBy(europe);
        services.AddStripeClient("us", options => options.ApiKey = "sk_test_us").RespondedBy(america);
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<IStripeClient>("eu").CallAsync();
        await provider.GetRequiredKeyedService<IStripeClient>("us").CallAsync();
        await provider.GetRequiredService<IStripeClient>().CallAsync();

        Assert.Equal(("Bearer sk_test_eu", "acct_eu"), Sent(europe));
        Assert.Equal(("Bearer sk_test_us", null), Sent(america));
        Assert.Equal(("Bearer sk_test_plain", null), Sent(plain));

        static (string? Key, string? Account) Sent(StubHandler handler)
        {
            RecordedRequest request = Assert.Single(handler.Requests);
            return (request.Header("Authorization"), request.Header("Stripe-Account"));
        }
    }

    [Fact]
    public async Task A_constructor_gets_a_named_client_by_its_key()
    {
        var services = new ServiceCollection();
        services.AddStripeClient("eu", options => options.ApiKey = "sk_test_eu").RespondedBy(Services.Succeeding());
        services.AddSingleton<Payments>();
        await using ServiceProvider provider = services.BuildServiceProvider();

        Assert.True((await provider.GetRequiredService<Payments>().Client.CallAsync()).IsSuccess);
        Assert.Null(provider.GetService<IStripeClient>());
    }

    [Fact]
    public async Task Options_may_be_configured_elsewhere()
    {
        StubHandler handler = Services.Succeeding();
        var services = new ServiceCollection();
        services.Configure<StripeClientOptions>("eu", options => options.ApiKey = "sk_test_elsewhere");
        services.AddStripeClient("eu").RespondedBy(handler);
        services.PostConfigure<StripeClientOptions>("eu", options => options.ApiVersion = "2030-01-01");
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<IStripeClient>("eu").CallAsync();

        RecordedRequest sent = Assert.Single(handler.Requests);
        Assert.Equal(("Bearer sk_test_elsewhere", "2030-01-01"), (sent.Header("Authorization"), sent.Header("Stripe-Version")));
    }

    [Fact]
    public async Task Registering_twice_creates_one_client_with_both_configurations()
    {
        StubHandler handler = Services.Succeeding();
        var services = new ServiceCollection();
        services.AddStripeClient(options => options.ApiKey = "sk_test_first");
        services.AddStripeClient(options => options.StripeAccount = "acct_second").RespondedBy(handler);
        await using ServiceProvider provider = services.BuildServiceProvider();

        await Assert.Single(provider.GetServices<IStripeClient>()).CallAsync();

        RecordedRequest sent = Assert.Single(handler.Requests);
        Assert.Equal(("Bearer sk_test_first", "acct_second"), (sent.Header("Authorization"), sent.Header("Stripe-Account")));
    }

    [Fact]
    public void Registering_twice_checks_the_options_once()
    {
        var services = new ServiceCollection();
        services.AddStripeClient(options => options.ApiKey = Caller.Key);
        services.AddStripeClient(options => options.MaxRetries = -1);
        using ServiceProvider provider = services.BuildServiceProvider();

        OptionsValidationException exception = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IStripeClient>);

        Assert.Single(exception.Failures);
    }

    [Fact]
    public async Task Registering_twice_keeps_what_the_first_caller_added()
    {
        var services = new ServiceCollection();
        LogRecorder log = LogRecorder.AddTo(services);
        services.AddStripeClient(options => options.ApiKey = Caller.Key).AddDefaultLogger().RespondedBy(Services.Succeeding());
        services.AddStripeClient(options => options.MaxRetries = 0);
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.CallAsync();

        Assert.Contains(
            log.Entries, entry => entry.Category.StartsWith("System.Net.Http.HttpClient.Lattice.Stripe", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_log_is_that_of_the_container_and_the_only_one()
    {
        await using var server = new LoopbackServer(_ => LoopbackReply.Thing);
        var services = new ServiceCollection();
        LogRecorder log = LogRecorder.AddTo(services);
        services.AddStripeClientOf(server.Address);
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.CallAsync();

        LogEntry entry = Assert.Single(log.Entries);
        Assert.Equal(StripeTelemetry.LoggerCategory, entry.Category);
        Assert.StartsWith("POST /v1/things ended with 200 ", entry.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_named_client_requires_a_name()
    {
        Assert.Throws<ArgumentException>(() => new ServiceCollection().AddStripeClient("", _ => { }));
        Assert.Throws<ArgumentNullException>(() => new ServiceCollection().AddStripeClient(null!, _ => { }));
    }

    private sealed class Payments([FromKeyedServices("eu")] IStripeClient client)
    {
        public IStripeClient Client => client;
    }
}
