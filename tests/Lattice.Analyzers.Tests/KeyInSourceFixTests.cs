using Lattice.Analyzers.CodeFixes;
using Lattice.Analyzers.Secrets.Keys;
using Lattice.Analyzers.Tests.Support;

namespace Lattice.Analyzers.Tests;

/// <summary>The fix of LAT1007.</summary>
public class KeyInSourceFixTests
{
    private const string Key = "sk_live_" + "51H7xQ2eZvKYlo2C0aBcD9fGh";
    private const string WebhookSecret = "whsec_" + "51H7xQ2eZvKYlo2C0aBcD9fGh";

    [Fact]
    public Task The_key_is_read_from_an_environment_variable() => FixesInMethodAsync(
        """
        // The client.
        using var a = new StripeClient(/* live */ [|"KEY"|]); // One.
        using var b = new StripeClient(new StripeClientOptions { ApiKey = [|"KEY"|] });
        SecretString secret = [|"WHSEC"|];
        string text = client + [|"KEY"|];
        int length = [|"KEY"|].Length;
        string? other = client is null ? [|"KEY"|] : null;
        """,
        """
        // The client.
        using var a = new StripeClient(/* live */ Environment.GetEnvironmentVariable("STRIPE_API_KEY") ?? throw new InvalidOperationException("STRIPE_API_KEY is not set.")); // One.
        using var b = new StripeClient(new StripeClientOptions { ApiKey = Environment.GetEnvironmentVariable("STRIPE_API_KEY") });
        SecretString secret = Environment.GetEnvironmentVariable("STRIPE_WEBHOOK_SECRET") ?? throw new InvalidOperationException("STRIPE_WEBHOOK_SECRET is not set.");
        string text = client + (Environment.GetEnvironmentVariable("STRIPE_API_KEY") ?? throw new InvalidOperationException("STRIPE_API_KEY is not set."));
        int length = (Environment.GetEnvironmentVariable("STRIPE_API_KEY") ?? throw new InvalidOperationException("STRIPE_API_KEY is not set.")).Length;
        string? other = client is null ? Environment.GetEnvironmentVariable("STRIPE_API_KEY") ?? throw new InvalidOperationException("STRIPE_API_KEY is not set.") : null;
        """);

    [Fact]
    public Task A_constant_becomes_a_variable() => FixesAsync(
        """
        using var client = new StripeClient(App.Get());

        static class App
        {
            // The key.
            private const string Key = [|"KEY"|]; // Live.

            public static string Get()
            {
                const string Other = [|"sk_live_" + "51H7xQ2eZvKYlo2C0aBcD9fGh"|];
                return Key + Other;
            }
        }
        """,
        """
        using var client = new StripeClient(App.Get());

        static class App
        {
            // The key.
            private static readonly string Key = Environment.GetEnvironmentVariable("STRIPE_API_KEY") ?? throw new InvalidOperationException("STRIPE_API_KEY is not set."); // Live.

            public static string Get()
            {
                string Other = Environment.GetEnvironmentVariable("STRIPE_API_KEY") ?? throw new InvalidOperationException("STRIPE_API_KEY is not set.");
                return Key + Other;
            }
        }
        """);

    [Fact]
    public Task The_key_is_read_from_a_configuration_in_scope() => FixesAsync(
        """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddStripeClient(options => options.ApiKey = [|"KEY"|]);
        SecretString secret = [|"WHSEC"|];
        string key = builder.Configuration["Stripe:Key"] ?? [|"KEY"|];

        class Startup(IConfiguration configuration)
        {
            public string Key { get; } = [|"KEY"|];

            public string Get() => configuration["Other"] ?? [|"KEY"|];

            public static string Get(IConfigurationSection section) => [|"KEY"|];
        }

        class Service
        {
            private readonly IConfiguration _configuration = null!;

            public string? Key { get; set; } = [|"KEY"|];

            public void Set() => Key = [|"KEY"|];

            public static void Set(Service service) => service.Key = [|"KEY"|];
        }
        """,
        """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddStripeClient(options => options.ApiKey = builder.Configuration["Stripe:ApiKey"]);
        SecretString secret = builder.Configuration["Stripe:WebhookSecret"] ?? throw new InvalidOperationException("Stripe:WebhookSecret is not set.");
        string key = builder.Configuration["Stripe:Key"] ?? throw new InvalidOperationException("Stripe:Key is not set.");

        class Startup(IConfiguration configuration)
        {
            public string Key { get; } = configuration["Stripe:ApiKey"] ?? throw new InvalidOperationException("Stripe:ApiKey is not set.");

            public string Get() => configuration["Other"] ?? throw new InvalidOperationException("Other is not set.");

            public static string Get(IConfigurationSection section) => LONG;
        }

        class Service
        {
            private readonly IConfiguration _configuration = null!;

            public string? Key { get; set; } = Environment.GetEnvironmentVariable("STRIPE_API_KEY");

            public void Set() => Key = _configuration["Stripe:ApiKey"];

            public static void Set(Service service) => service.Key = Environment.GetEnvironmentVariable("STRIPE_API_KEY");
        }
        """.Replace(
            "LONG",
            "Environment.GetEnvironmentVariable(\"STRIPE_API_KEY\") ?? throw new InvalidOperationException(\"STRIPE_API_KEY is not set.\")",
            StringComparison.Ordinal));

    [Fact]
    public Task What_must_be_constant_and_what_is_a_part_of_a_text_has_no_fix()
    {
        string program = Fill(
            """
            using System.Linq;

            string header = [|"Bearer KEY"|];
            switch (args[0]) { case [|"KEY"|]: break; }
            Use();
            static void Use([|string key = "KEY"|]) { }

            class A : Attribute { public A(string key) { } }
            [A([|"KEY"|])] class B { public const string Key = [|"KEY"|]; }
            [A(Key)] class C { private const string Key = [|"KEY"|]; }
            """);
        return RuleTest<KeyInSourceAnalyzer>.FixesAsync<KeyInSourceFix>(program, program);
    }

    private static Task FixesInMethodAsync(string statements, string @fixed) =>
        RuleTest<KeyInSourceAnalyzer>.FixesInMethodAsync<KeyInSourceFix>(Fill(statements), @fixed);

    private static Task FixesAsync(string program, string @fixed) =>
        RuleTest<KeyInSourceAnalyzer>.FixesAsync<KeyInSourceFix>(Fill(program), @fixed);

    private static string Fill(string program) => program
        .Replace("\"KEY\"", $"\"{Key}\"", StringComparison.Ordinal)
        .Replace("Bearer KEY", $"Bearer {Key}", StringComparison.Ordinal)
        .Replace("\"WHSEC\"", $"\"{WebhookSecret}\"", StringComparison.Ordinal);
}
