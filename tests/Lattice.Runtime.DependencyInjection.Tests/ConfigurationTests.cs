using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Lattice.Stripe.Tests;

/// <summary>Options from configuration.</summary>
public class ConfigurationTests
{
    [Fact]
    public void Every_string_option_is_read_from_its_key()
    {
        StripeClientOptions options = Bind(
            ("ApiKey", Caller.Key), ("BaseAddress", "http://127.0.0.1:12111/"), ("ApiVersion", "2030-01-01"), ("StripeAccount", "acct_1"),
            ("StripeContext", "ctx"), ("AttemptTimeout", "00:00:30"), ("TotalTimeout", "00:01:00"), ("MaxRetries", "5"),
            ("MaxRetryDelay", "00:00:02.5"), ("MaxResponseBytes", "1000"), ("MissingFields", "fail"), ("EnableHttp2", "False"),
            ("AppInfo:Name", "Shop"), ("AppInfo:Version", "1.2"), ("AppInfo:Url", "https://example.com/"), ("AppInfo:PartnerId", "pp_1"),
            ("WebhookSecret", "whsec_1"));

        Assert.Equal(Caller.Key, options.ApiKey!.Value.Reveal());
        Assert.Equal("http://127.0.0.1:12111/", options.BaseAddress.AbsoluteUri);
        Assert.Equal(("2030-01-01", "acct_1", "ctx"), (options.ApiVersion, options.StripeAccount, options.StripeContext));
        Assert.Equal(TimeSpan.FromSeconds(30), options.AttemptTimeout);
        Assert.Equal(TimeSpan.FromMinutes(1), options.TotalTimeout);
        Assert.Equal(5, options.MaxRetries);
        Assert.Equal(TimeSpan.FromSeconds(2.5), options.MaxRetryDelay);
        Assert.Equal(1000, options.MaxResponseBytes);
        Assert.Equal(MissingFieldPolicy.Fail, options.MissingFields);
        Assert.False(options.EnableHttp2);
        Assert.Equal(
            ("Shop", "1.2", "https://example.com/", "pp_1"),
            (options.AppInfo!.Name, options.AppInfo.Version, options.AppInfo.Url!.AbsoluteUri, options.AppInfo.PartnerId));
    }

    [Fact]
    public void Every_option_has_a_key()
    {
        // The options that have no text form.
        string[] objects = [nameof(StripeClientOptions.TimeProvider), nameof(StripeClientOptions.LoggerFactory)];
        string[] tested =
        [
            "ApiKey", "BaseAddress", "ApiVersion", "StripeAccount", "StripeContext", "AttemptTimeout", "TotalTimeout", "MaxRetries",
            "MaxRetryDelay", "MaxResponseBytes", "MissingFields", "EnableHttp2", "AppInfo",
        ];

        Assert.Equal(
            tested.Concat(objects).Order(StringComparer.Ordinal),
            typeof(StripeClientOptions).GetProperties()
                .Where(property => property.CanWrite)
                .Select(property => property.Name)
                .Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("AttemptTimeout", "20")]
    [InlineData("MaxRetryDelay", "5")]
    [InlineData("MissingFields", "report,fail")]
    [InlineData("MissingFields", "1")]
    [InlineData("EnableHttp2", "1")]
    [InlineData("EnableHttp2", "yes")]
    [InlineData("EnableHttp2", "")]
    public void An_ambiguous_value_is_rejected(string key, string value) =>
        Assert.Throws<InvalidOperationException>(() => Bind(("ApiKey", Caller.Key), (key, value)));

    [Fact]
    public void An_option_without_configuration_stays()
    {
        StripeClientOptions options = Bind(("ApiKey", Caller.Key));
        var defaults = new StripeClientOptions();

        Assert.Equal(defaults.BaseAddress, options.BaseAddress);
        Assert.Equal(defaults.AttemptTimeout, options.AttemptTimeout);
        Assert.Equal(defaults.MaxRetries, options.MaxRetries);
        Assert.True(options.EnableHttp2);
        Assert.Null(options.TotalTimeout);
        Assert.Null(options.AppInfo);
    }

    [Theory]
    [InlineData("BaseAddress", "an absolute URL")]
    [InlineData("AttemptTimeout", "a time such as 00:01:20")]
    [InlineData("TotalTimeout", "a time such as 00:01:20")]
    [InlineData("MaxRetryDelay", "a time such as 00:01:20")]
    [InlineData("MaxRetries", "a whole number")]
    [InlineData("MaxResponseBytes", "a whole number")]
    [InlineData("MissingFields", "Report or Fail")]
    [InlineData("EnableHttp2", "true or false")]
    [InlineData("AppInfo:Url", "an absolute URL")]
    public void An_invalid_value_is_named_by_its_key_and_not_quoted(string key, string expected)
    {
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(
            () => Bind(("ApiKey", Caller.Key), (key, "sk_test_wrong place")));

        Assert.StartsWith($"Stripe:{key} in the configuration must be {expected}", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sk_test", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Named_clients_have_their_own_sections()
    {
        StubHandler handler = Services.Succeeding();
        IConfiguration configuration = Configure(("Eu:ApiKey", "sk_test_eu"), ("Us:ApiKey", "sk_test_us"));
        var services = new ServiceCollection();
        services.AddStripeClient("eu", configuration.GetSection("Stripe:Eu")).RespondedBy(handler);
        services.AddStripeClient("us", configuration.GetSection("Stripe:Us")).RespondedBy(handler);
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<IStripeClient>("eu").CallAsync();
        await provider.GetRequiredKeyedService<IStripeClient>("us").CallAsync();

        Assert.Equal(["Bearer sk_test_eu", "Bearer sk_test_us"], handler.Requests.Select(request => request.Header("Authorization")));
    }

    private static StripeClientOptions Bind(params (string Key, string Value)[] values)
    {
        var services = new ServiceCollection();
        services.AddStripeClient(Configure(values).GetSection("Stripe"));
        using ServiceProvider provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<StripeClientOptions>>().Value;
    }

    private static IConfiguration Configure(params (string Key, string Value)[] values) => new ConfigurationBuilder()
        .AddInMemoryCollection(values.Select(value => KeyValuePair.Create($"Stripe:{value.Key}", (string?)value.Value)))
        .Build();
}
