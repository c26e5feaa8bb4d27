using System.Text;
using Lattice.Stripe.Tests.Support;
using Lattice.TestSupport.Documentation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Lattice.Stripe.Tests.Guides;

/// <summary>What the guides say about settings.</summary>
public sealed class SettingsGuideTests
{
    // The pages whose JSON is a file of settings.
    public static TheoryData<string, int> Settings
    {
        get
        {
            var settings = new TheoryData<string, int>();
            foreach (string page in Pages.All.Where(page => page.StartsWith("runtime/Lattice.Runtime.DependencyInjection/", StringComparison.Ordinal)))
            {
                for (int i = 0; i < FindSettings(page).Count; i++)
                {
                    settings.Add(page, i);
                }
            }

            return settings;
        }
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void Settings_of_a_page_are_valid_options(string page, int index)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(FindSettings(page)[index]));
        IConfigurationSection section = new ConfigurationBuilder().AddJsonStream(file).Build().GetSection("Stripe");
        string[] known = [.. typeof(StripeClientOptions).GetProperties().Select(property => property.Name)];
        bool isForOne = section.GetChildren().All(child => known.Contains(child.Key));

        foreach (IConfigurationSection client in isForOne ? [section] : section.GetChildren())
        {
            Assert.All(client.GetChildren(), child => Assert.Contains(child.Key, known));
            client["ApiKey"] = client["ApiKey"]!.Replace(' ', '_');
            using ServiceProvider services = new ServiceCollection().AddLogging().AddStripeClient("one", client).Services.BuildServiceProvider();

            services.GetRequiredService<IOptionsMonitor<StripeClientOptions>>().Get("one").Validate();
        }
    }

    [Theory]
    [InlineData("ApiKey")]
    [InlineData("StripeAccount")]
    [InlineData("StripeContext")]
    public async Task An_empty_setting_stops_the_host(string name)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Stripe:ApiKey"] = StandIns.ApiKey, [$"Stripe:{name}"] = "" });
        builder.Services.AddStripeClient(builder.Configuration.GetSection("Stripe"));
        using IHost host = builder.Build();

        OptionsValidationException exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Contains(name == "ApiKey" ? "API key" : name, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_binds_from_configuration()
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection([new("WebhookSecret", "whsec_123")]).Build();

        Assert.Equal("whsec_123", configuration.Get<ShopOptions>()!.WebhookSecret.Reveal());
    }

    [Fact]
    public void A_redacted_secret_does_not_bind()
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection([new("WebhookSecret", "[redacted]")]).Build();

        Assert.ThrowsAny<InvalidOperationException>(() => configuration.Get<ShopOptions>());
    }

    private static List<string> FindSettings(string page) =>
        [.. Pages.ReadBlocks(page).Where(block => block.Language == "json").Select(block => block.Code)];

    private sealed class ShopOptions
    {
        public SecretString WebhookSecret { get; set; }
    }
}
