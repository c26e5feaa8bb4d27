using System.Net;
using Lattice.Stripe.Tests.Support;
using Lattice.TestSupport.Logging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Lattice.Stripe.Tests;

/// <summary>Options that change while the app runs: the rotation of a key, above all.</summary>
public class ReloadTests
{
    [Fact]
    public async Task A_new_key_takes_effect()
    {
        StubHandler handler = Services.Succeeding();
        var settings = new Settings(("Stripe:ApiKey", "sk_test_old"));
        var services = new ServiceCollection();
        services.AddStripeClient(settings.Stripe).RespondedBy(handler);
        await using ServiceProvider provider = services.BuildServiceProvider();
        IStripeClient client = provider.GetRequiredService<IStripeClient>();

        await client.CallAsync();
        settings.Reload(("Stripe:ApiKey", "sk_test_new"));
        await client.CallAsync();
        settings.Reload(("Stripe:ApiKey", "sk_test_newest"));
        await client.CallAsync();

        Assert.Equal(["Bearer sk_test_old", "Bearer sk_test_new", "Bearer sk_test_newest"], Keys(handler));
    }

    [Fact]
    public async Task Each_named_client_follows_its_own_options()
    {
        StubHandler europe = Services.Succeeding(), america = Services.Succeeding();
        var settings = new Settings(("Eu:ApiKey", "sk_test_eu"), ("Us:ApiKey", "sk_test_us"));
        var services = new ServiceCollection();
        services.AddStripeClient("eu", settings.GetSection("Eu")).RespondedBy(europe);
        services.AddStripeClient("us", settings.GetSection("Us")).RespondedBy(america);
        await using ServiceProvider provider = services.BuildServiceProvider();
        await CallBothAsync();

        settings.Reload(("Eu:ApiKey", "sk_test_eu2"));
        await CallBothAsync();

        Assert.Equal(["Bearer sk_test_eu", "Bearer sk_test_eu2"], Keys(europe));
        Assert.Equal(["Bearer sk_test_us", "Bearer sk_test_us"], Keys(america));

        async Task CallBothAsync()
        {
            await provider.GetRequiredKeyedService<IStripeClient>("eu").CallAsync();
            await provider.GetRequiredKeyedService<IStripeClient>("us").CallAsync();
        }
    }

    [Fact]
    public async Task A_call_keeps_the_options_that_it_started_with()
    {
        var settings = new Settings(
            ("Stripe:ApiKey", "sk_test_old"), ("Stripe:MaxRetries", "1"), ("Stripe:StripeAccount", "acct_old"));
        var handler = new StubHandler((_, _) =>
        {
            settings.Reload(("Stripe:ApiKey", "sk_test_new"), ("Stripe:MaxRetries", "0"), ("Stripe:StripeAccount", "acct_new"));
            return Task.FromResult(StubResponse.Of(503, ""));
        });
        var services = new ServiceCollection();
        services.Configure<StripeClientOptions>(
            options => (options.TimeProvider, options.AttemptTimeout) = (new SkippingTimeProvider(), Timeout.InfiniteTimeSpan));
        services.AddStripeClient(settings.Stripe).RespondedBy(handler);
        await using ServiceProvider provider = services.BuildServiceProvider();

        StripeResult<Thing> first = await provider.CallAsync();
        StripeResult<Thing> second = await provider.CallAsync();

        Assert.Equal((2, 1), (first.Error!.Attempts, second.Error!.Attempts));
        Assert.Equal(["Bearer sk_test_old", "Bearer sk_test_old", "Bearer sk_test_new"], Keys(handler));
        Assert.Equal(["acct_old", "acct_old", "acct_new"], handler.Requests.Select(request => request.Header("Stripe-Account")));
    }

    [Fact]
    public async Task A_change_between_registration_and_the_first_call_takes_effect()
    {
        StubHandler handler = Services.Succeeding();
        var settings = new Settings(("Stripe:ApiKey", "sk_test_old"));
        var services = new ServiceCollection();
        services.AddStripeClient(settings.Stripe).RespondedBy(handler);
        await using ServiceProvider provider = services.BuildServiceProvider();
        _ = provider.GetRequiredService<IOptionsMonitor<StripeClientOptions>>().CurrentValue;

        settings.Reload(("Stripe:ApiKey", "sk_test_new"));
        await provider.CallAsync();

        Assert.Equal(["Bearer sk_test_new"], Keys(handler));
    }

    [Fact]
    public async Task Changes_of_the_apps_own_source_take_effect()
    {
        StubHandler handler = Services.Succeeding();
        string key = "sk_test_old";
        using var source = new ChangeSource();
        var services = new ServiceCollection();
        services.AddSingleton<IOptionsChangeTokenSource<StripeClientOptions>>(source);
        services.AddStripeClient(options => options.ApiKey = key).RespondedBy(handler);
        await using ServiceProvider provider = services.BuildServiceProvider();
        await provider.CallAsync();

        key = "sk_test_new";
        source.Change();
        await provider.CallAsync();

        Assert.Equal(["Bearer sk_test_old", "Bearer sk_test_new"], Keys(handler));
    }

    [Fact]
    public async Task The_base_address_requires_a_restart_and_other_options_do_not()
    {
        await using var old = new LoopbackServer(_ => LoopbackReply.Thing);
        await using var other = new LoopbackServer(_ => LoopbackReply.Thing);
        var settings = new Settings(("Stripe:ApiKey", "sk_test_old"), ("Stripe:BaseAddress", old.Address.AbsoluteUri));
        var services = new ServiceCollection();
        LogRecorder log = LogRecorder.AddTo(services);
        services.AddStripeClient(settings.Stripe);
        await using ServiceProvider provider = services.BuildServiceProvider();
        Assert.True((await provider.CallAsync()).IsSuccess);

        settings.Reload(("Stripe:BaseAddress", other.Address.AbsoluteUri), ("Stripe:ApiKey", "sk_test_new"));
        Assert.True((await provider.CallAsync()).IsSuccess);
        settings.Reload(("Stripe:ApiKey", "sk_test_newest"));
        Assert.True((await provider.CallAsync()).IsSuccess);

        Assert.Empty(other.Requests);
        Assert.Equal(3, old.Requests.Count);
        Assert.Contains("Bearer sk_test_newest", old.Requests[2], StringComparison.Ordinal);
        LogEntry entry = Assert.Single(log.Warnings);
        Assert.Equal((StripeTelemetry.LoggerCategory, LogLevel.Warning), (entry.Category, entry.Level));
        Assert.Contains("BaseAddress", entry.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", entry.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_of_HTTP_requires_a_restart()
    {
        var versions = new List<Version>();
        var handler = new StubHandler((request, _) =>
        {
            versions.Add(request.Version);
            return Task.FromResult(StubResponse.Of(200, StubResponse.Thing));
        });
        var settings = new Settings(("Stripe:ApiKey", Caller.Key), ("Stripe:EnableHttp2", "false"));
        var services = new ServiceCollection();
        LogRecorder log = LogRecorder.AddTo(services);
        services.AddStripeClient(settings.Stripe).RespondedBy(handler);
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.CallAsync();
        settings.Reload(("Stripe:EnableHttp2", "true"));
        await provider.CallAsync();

        Assert.Equal([HttpVersion.Version11, HttpVersion.Version11], versions);
        Assert.Single(log.Warnings, entry => entry.Text.Contains("EnableHttp2", StringComparison.Ordinal));
    }

    public static TheoryData<string, string, Action<AfterReload>> Reloading => new()
    {
        { "ApiKey", "sk_test_new", call => Assert.Equal("Bearer sk_test_new", call.Sent.Header("Authorization")) },
        { "ApiVersion", "2030-01-01", call => Assert.Equal("2030-01-01", call.Sent.Header("Stripe-Version")) },
        { "StripeAccount", "acct_1", call => Assert.Equal("acct_1", call.Sent.Header("Stripe-Account")) },
        { "StripeContext", "ctx", call => Assert.Equal("ctx", call.Sent.Header("Stripe-Context")) },
        { "AppInfo:Name", "Shop", call => Assert.Contains("Shop", call.Sent.Header("User-Agent"), StringComparison.Ordinal) },
        { "MaxRetries", "1", call => Assert.Equal(2, call.Result.Error!.Attempts) },
        { "MaxRetryDelay", "00:00:01", call => Assert.Equal(1, call.Result.Error!.Attempts) },
        { "MissingFields", "Report", call => Assert.True(call.Result.IsSuccess) },
        { "MissingFields", "Fail", call => Assert.False(call.Result.IsSuccess) },
        { "MaxResponseBytes", "3", call => Assert.False(call.Result.IsSuccess) },
        { "AttemptTimeout", "00:00:50", call => Assert.Contains(TimeSpan.FromSeconds(50), call.Waits) },
        { "TotalTimeout", "00:00:40", call => Assert.Contains(TimeSpan.FromSeconds(40), call.Waits) },
    };

    [Theory]
    [MemberData(nameof(Reloading))]
    public async Task Each_other_option_takes_effect_with_a_changed_base_address(
        string option, string value, Action<AfterReload> check)
    {
        // Fields are missing, which MissingFields may reject; the other options appear in a failure.
        int status = option is "MissingFields" or "MaxResponseBytes" ? 200 : 503;
        StubHandler handler = StubHandler.Responding(
            status, """{"id":"thing_1"}""", StubResponse.RequestId, ("Retry-After", "4"));
        var settings = new Settings(
            ("Stripe:ApiKey", Caller.Key),
            ("Stripe:BaseAddress", "http://127.0.0.1:1/"),
            ("Stripe:AttemptTimeout", "-00:00:00.001"));
        var oldTime = new SkippingTimeProvider();
        var newTime = new SkippingTimeProvider();
        bool isNew = false;
        var services = new ServiceCollection();
        LogRecorder log = LogRecorder.AddTo(services);
        services.AddStripeClient(settings.Stripe).RespondedBy(handler);
        services.PostConfigure<StripeClientOptions>(options => options.TimeProvider = isNew ? newTime : oldTime);
        await using ServiceProvider provider = services.BuildServiceProvider();
        _ = provider.GetRequiredService<IStripeClient>();

        isNew = true;
        settings.Reload(("Stripe:BaseAddress", "http://127.0.0.1:2/"), ($"Stripe:{option}", value));
        StripeResult<Thing> result = await provider.CallAsync();

        Assert.All(handler.Requests, request => Assert.Equal(1, request.Uri.Port));
        Assert.Empty(oldTime.Waits);
        Assert.Contains(log.Entries, entry => entry.Text.Contains("POST /v1/things", StringComparison.Ordinal));
        check(new AfterReload(result, handler, newTime.Waits));
    }

    [Fact]
    public async Task Changes_have_no_effect_after_the_client_is_disposed()
    {
        var monitor = new FakeMonitor(new StripeClientOptions { ApiKey = Caller.Key });
        var services = new ServiceCollection();
        services.AddSingleton<IOptionsMonitor<StripeClientOptions>>(monitor);
        services.AddStripeClient().RespondedBy(Services.Succeeding());
        ServiceProvider provider = services.BuildServiceProvider();
        IStripeClient client = provider.GetRequiredService<IStripeClient>();
        Assert.Equal(1, monitor.Listeners);

        await provider.DisposeAsync();

        Assert.Equal(0, monitor.Listeners);
        monitor.Change(new StripeClientOptions { ApiKey = "sk_test_new" });
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.CallAsync());
    }

    [Fact]
    public async Task Concurrent_calls_and_reloads_end_with_the_last_key()
    {
        StubHandler handler = Services.Succeeding();
        var settings = new Settings(("Stripe:ApiKey", "sk_test_0"));
        var services = new ServiceCollection();
        services.AddStripeClient(settings.Stripe).RespondedBy(handler);
        await using ServiceProvider provider = services.BuildServiceProvider();
        IStripeClient client = provider.GetRequiredService<IStripeClient>();

        Task[] calls = [.. Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (int i = 0; i < 50; i++)
            {
                Assert.True((await client.CallAsync()).IsSuccess);
            }
        }))];
        Task[] reloads = [.. Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (int i = 0; i < 50; i++)
            {
                settings.Reload();
            }
        }))];
        await Task.WhenAll([.. calls, .. reloads]);
        settings.Reload(("Stripe:ApiKey", "sk_test_last"));
        await client.CallAsync();

        Assert.Equal("Bearer sk_test_last", Keys(handler).Last());
    }

    /// <summary>What a call after a reload did.</summary>
    public sealed record AfterReload
    {
        private readonly StubHandler _handler;

        internal AfterReload(StripeResult<Thing> result, StubHandler handler, IReadOnlyList<TimeSpan> waits)
        {
            _handler = handler;
            (Result, Waits) = (result, waits);
        }

        internal StripeResult<Thing> Result { get; }

        internal IReadOnlyList<TimeSpan> Waits { get; }

        internal RecordedRequest Sent => _handler.Requests[0];
    }

    private static IEnumerable<string?> Keys(StubHandler handler) =>
        handler.Requests.Select(request => request.Header("Authorization"));
}
