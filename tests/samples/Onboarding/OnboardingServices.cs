using Lattice.Stripe;
using Microsoft.AspNetCore.Antiforgery;
using Onboarding.Endpoints;
using Onboarding.Flows;
using Onboarding.Pages;
using Onboarding.Practice;
using Onboarding.Sellers;
using Onboarding.SignIn;
using Onboarding.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace Onboarding;

/// <summary>Registers the services of the app.</summary>
internal static class OnboardingServices
{
    /// <param name="apiKey">The Stripe key, if there is one.</param>
    /// <param name="practice">The stand-in for Stripe, if there is no key.</param>
    /// <exception cref="ConfigurationException">The configuration is incomplete.</exception>
    public static void Add(WebApplicationBuilder builder, OnboardingHost host, string? apiKey, PracticeStripe? practice)
    {
        IServiceCollection services = builder.Services;
        services.AddSingleton(host.Clock);
        AddStripe(builder, apiKey ?? PracticeStripe.ApiKey, practice);
        AddWebhooks(builder, practice);
        AddTelemetry(services, host.Output);
        AddForgeryProtection(services);
        AddSignIn(builder);

        services.AddSingleton<PublicAddress>().AddSingleton<BrowserSession>();
        services.AddSingleton<FlowTokens>().AddSingleton<RenewalLimit>().AddSingleton<AccountLinkFactory>();
        services.AddSingleton<AccountEvents>().AddSingleton<StripeAccounts>();
        services.AddSingleton<Layout>().AddSingleton<StartForms>().AddSingleton<SignInPage>();
        services.AddSingleton<HomePage>().AddSingleton<ReturnPage>().AddSingleton<ErrorPage>();
        services.AddSingleton<StripeFailures>().AddSingleton<OnboardingEndpoints>();
    }

    private static void AddStripe(WebApplicationBuilder builder, string apiKey, PracticeStripe? practice)
    {
        IServiceCollection services = builder.Services;
        services.AddStripeClient(builder.Configuration.GetSection("Stripe"));
        services.Configure<StripeClientOptions>(options => options.ApiKey = apiKey);
        if (practice is null)
        {
            services.AddSingleton(StripeMode.Real).AddSingleton(SellerStore.From(builder.Configuration.GetSection("Sellers")));
            return;
        }

        services.Configure<StripeClientOptions>(options => options.BaseAddress = practice.ApiAddress);
        services.AddSingleton(StripeMode.StandIn(practice.FormAddress)).AddSingleton(ExampleSellers.Store);
    }

    private static void AddWebhooks(WebApplicationBuilder builder, PracticeStripe? practice)
    {
        WebhookSecret? secret = practice is null ? WebhookSecret.From(builder.Configuration) : PracticeStripe.WebhookSecret;
        if (secret is not null)
        {
            builder.Services.AddSingleton(secret).AddSingleton<WebhookEndpoint>();
        }
    }

    private static void AddTelemetry(IServiceCollection services, TextWriter output) => services.AddSingleton(_ =>
        Sdk.CreateTracerProviderBuilder()
            .AddSource("Microsoft.AspNetCore", StripeTelemetry.ActivitySourceName)
            .AddProcessor(new SimpleActivityExportProcessor(new ConsoleActivityExporter(output)))
            .Build());

    private static void AddForgeryProtection(IServiceCollection services)
    {
        services.AddAntiforgery();
        services.AddOptions<AntiforgeryOptions>().Configure<PublicAddress>((antiforgery, address) =>
        {
            antiforgery.Cookie.Name = address.GetCookieName("antiforgery");
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;

            // The browser does not send a strict cookie when Stripe redirects back. A new cookie would then be created, and the forms
            // on pages that are already open would be rejected.
            antiforgery.Cookie.SameSite = SameSiteMode.Lax;
        });
    }

    private static void AddSignIn(WebApplicationBuilder builder)
    {
        if (SignInPassword.From(builder.Configuration) is { } password)
        {
            PasswordSignIn.Add(builder.Services, password);
            builder.Services.AddSingleton<SignInEndpoints>();
            builder.Services.AddRateLimiter(options => options.AddPolicy<string, SignInLimit>(SignInLimit.Name));
        }
    }
}
