using Lattice.Stripe.Tests.Support;
using Lattice.TestSupport.Logging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Lattice.Stripe.Tests;

/// <summary>A change to options that are wrong keeps the last right ones, and the process.</summary>
public class InvalidReloadTests
{
    public static TheoryData<string, string?, string> Wrong => new()
    {
        { "ApiKey", null, "The API key is missing" },
        { "ApiKey", "", "The API key is missing" },
        { "ApiKey", "sk_test_leak leak", "The API key contains white space" },
        { "MaxRetries", "leak", "Stripe:MaxRetries in the configuration must be a whole number" },
        { "MaxRetries", "-4711", "0 to 100" },
        { "AttemptTimeout", "-00:47:11", "AttemptTimeout" },
        { "AttemptTimeout", "leak", "Stripe:AttemptTimeout in the configuration must be a time" },
        { "MaxResponseBytes", "-4711", "MaxResponseBytes" },
        { "BaseAddress", "leak", "Stripe:BaseAddress in the configuration must be an absolute URL" },
        { "BaseAddress", "ftp://leak/", "BaseAddress" },
        { "EnableHttp2", "leak", "Stripe:EnableHttp2 in the configuration must be true or false" },
        { "ApiVersion", "leak\u00e9", "ApiVersion" },
        { "AppInfo:Name", "leak/4711", "AppInfo.Name" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task The_last_valid_options_stay_and_the_reason_is_logged(string key, string? value, string reason)
    {
        StubHandler handler = Services.Succeeding();
        var settings = new Settings(("Stripe:ApiKey", "sk_test_old"), ("Stripe:StripeAccount", "acct_old"));
        var services = new ServiceCollection();
        LogRecorder log = LogRecorder.AddTo(services);
        services.AddStripeClient(settings.Stripe).RespondedBy(handler);
        await using ServiceProvider provider = services.BuildServiceProvider();
        await provider.CallAsync();

        settings.Reload(("Stripe:StripeAccount", "acct_new"), ($"Stripe:{key}", value));
        await provider.CallAsync();

        RecordedRequest sent = handler.Requests[^1];
        Assert.Equal(("Bearer sk_test_old", "acct_old"), (sent.Header("Authorization"), sent.Header("Stripe-Account")));
        LogEntry entry = Assert.Single(log.Entries, entry => entry.Level == LogLevel.Error);
        Assert.Equal(StripeTelemetry.LoggerCategory, entry.Category);
        Assert.Contains(reason, entry.Text, StringComparison.Ordinal);
        Assert.All(
            ["leak", "sk_test", "4711", "47:11", "acct_"],
            secret => Assert.DoesNotContain(secret, entry.Text, StringComparison.Ordinal));
        Assert.DoesNotContain('\n', entry.Text);
    }

    [Fact]
    public async Task The_next_valid_options_take_effect()
    {
        StubHandler handler = Services.Succeeding();
        var settings = new Settings(("Eu:ApiKey", "sk_test_old"));
        var services = new ServiceCollection();
        LogRecorder log = LogRecorder.AddTo(services);
        services.AddStripeClient("eu", settings.GetSection("Eu")).RespondedBy(handler);
        await using ServiceProvider provider = services.BuildServiceProvider();
        IStripeClient client = provider.GetRequiredKeyedService<IStripeClient>("eu");

        settings.Reload(("Eu:MaxRetries", "many"));
        settings.Reload(("Eu:ApiKey", "sk_test_new"));
        await client.CallAsync();
        settings.Reload(("Eu:MaxRetries", "0"));
        await client.CallAsync();
        settings.Reload(("Eu:MaxRetries", "many"));
        await client.CallAsync();

        Assert.Equal(
            ["Bearer sk_test_old", "Bearer sk_test_new", "Bearer sk_test_new"],
            handler.Requests.Select(request => request.Header("Authorization")));

        // One entry each time that the options become invalid, with the name of the client.
        LogEntry[] errors = [.. log.Entries.Where(entry => entry.Level == LogLevel.Error)];
        Assert.Equal(2, errors.Length);
        Assert.All(errors, entry => Assert.Contains("'eu'", entry.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task All_readers_of_the_options_get_the_last_valid_ones()
    {
        var settings = new Settings(("Stripe:ApiKey", "sk_test_old"));
        var services = new ServiceCollection();
        LogRecorder log = LogRecorder.AddTo(services);
        services.AddStripeClient(settings.Stripe).RespondedBy(Services.Succeeding());
        await using ServiceProvider provider = services.BuildServiceProvider();
        IOptionsMonitor<StripeClientOptions> monitor = provider.GetRequiredService<IOptionsMonitor<StripeClientOptions>>();
        var seen = new List<string>();
        using IDisposable? subscription = monitor.OnChange(options => seen.Add(options.ApiKey!.Value.Reveal()));
        Assert.Equal("sk_test_old", monitor.CurrentValue.ApiKey!.Value.Reveal());

        settings.Reload(("Stripe:ApiKey", "sk_test_new"), ("Stripe:MaxRetries", "many"));

        Assert.Equal("sk_test_old", monitor.CurrentValue.ApiKey!.Value.Reveal());
        for (int i = 0; i < 3; i++)
        {
            using IServiceScope scope = provider.CreateScope();
            var snapshot = scope.ServiceProvider.GetRequiredService<IOptionsSnapshot<StripeClientOptions>>();
            Assert.Equal("sk_test_old", snapshot.Value.ApiKey!.Value.Reveal());
        }

        Assert.DoesNotContain("sk_test_new", seen);
        Assert.Single(log.Entries, entry => entry.Level == LogLevel.Error);
    }

    [Fact]
    public async Task An_exception_of_the_apps_code_is_logged_only_by_its_type()
    {
        StubHandler handler = Services.Succeeding();
        bool isBroken = false;
        var settings = new Settings(("Stripe:ApiKey", "sk_test_old"));
        var services = new ServiceCollection();
        LogRecorder log = LogRecorder.AddTo(services);
        services.AddStripeClient(settings.Stripe).RespondedBy(handler);
        services.Configure<StripeClientOptions>(_ =>
        {
            if (isBroken)
            {
                throw new InvalidOperationException("The key sk_test_leak is unknown.");
            }
        });
        await using ServiceProvider provider = services.BuildServiceProvider();
        await provider.CallAsync();

        isBroken = true;
        settings.Reload();

        Assert.True((await provider.CallAsync()).IsSuccess);
        LogEntry entry = Assert.Single(log.Entries, entry => entry.Level == LogLevel.Error);
        Assert.Contains("System.InvalidOperationException", entry.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("sk_test_leak", entry.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_is_not_allowed_for_the_current_address_is_not_used()
    {
        StubHandler handler = Services.Succeeding();
        var settings = new Settings(("Stripe:ApiKey", "sk_test_old"), ("Stripe:BaseAddress", "http://stripe.test/"));
        var services = new ServiceCollection();
        LogRecorder log = LogRecorder.AddTo(services);
        services.AddStripeClient(settings.Stripe).RespondedBy(handler);
        await using ServiceProvider provider = services.BuildServiceProvider();
        await provider.CallAsync();

        // The options are valid, but the address requires a restart, and a live key is not sent over http.
        settings.Reload(("Stripe:ApiKey", "sk_live_new"), ("Stripe:BaseAddress", "https://stripe.test/"));
        Assert.True((await provider.CallAsync()).IsSuccess);

        Assert.All(handler.Requests, request => Assert.Equal("Bearer sk_test_old", request.Header("Authorization")));
        LogEntry error = Assert.Single(log.Entries, entry => entry.Level == LogLevel.Error);
        Assert.Contains("live key", error.Text, StringComparison.Ordinal);
        Assert.All(log.Entries, entry => Assert.DoesNotContain("sk_live", entry.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_first_options_must_be_valid()
    {
        var settings = new Settings(("Stripe:ApiKey", Caller.Key), ("Stripe:MaxRetries", "-1"));
        var services = new ServiceCollection();
        services.AddStripeClient(settings.Stripe);
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IStripeClient>);

        settings.Reload(("Stripe:MaxRetries", "1"));
        Assert.NotNull(provider.GetRequiredService<IStripeClient>());
    }
}
