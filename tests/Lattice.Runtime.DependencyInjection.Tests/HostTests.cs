using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Lattice.Stripe.Tests;

/// <summary>A wrong option stops the host at its start, not a customer at the till.</summary>
public class HostTests
{
    [Fact]
    public async Task The_host_does_not_start_with_an_invalid_option()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddStripeClient(options => options.ApiKey = Caller.Key);
        builder.Services.AddStripeClient("eu", options => (options.ApiKey, options.MaxRetries) = ("sk_test_eu", -1));
        using IHost host = builder.Build();

        OptionsValidationException exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.StartsWith("Stripe client 'eu': The number of retries must be 0 to 100.", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sk_test_eu", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_host_does_not_start_without_a_key()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddStripeClient();
        using IHost host = builder.Build();

        OptionsValidationException exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.StartsWith("The API key is missing.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_host_starts_with_valid_options()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddStripeClient(options => options.ApiKey = Caller.Key).RespondedBy(Services.Succeeding());
        using IHost host = builder.Build();
        await host.StartAsync();

        Assert.True((await host.Services.GetRequiredService<IStripeClient>().CallAsync()).IsSuccess);

        await host.StopAsync();
    }
}
