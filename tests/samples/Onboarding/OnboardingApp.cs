using Lattice.Stripe;
using Onboarding.Endpoints;
using Onboarding.Flows;
using Onboarding.Pages;
using Onboarding.Practice;
using Onboarding.Sellers;
using Onboarding.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace Onboarding;

/// <summary>The running app. Disposing it stops it.</summary>
internal sealed class OnboardingApp : IAsyncDisposable
{
    private readonly WebApplication _web;

    private OnboardingApp(WebApplication web, PracticeStripe? practice)
    {
        _web = web;
        Practice = practice;
        Address = web.Services.GetRequiredService<PublicAddress>().Value;
    }

    /// <summary>The address for browsers.</summary>
    public Uri Address { get; }

    /// <summary>The stand-in for Stripe, or null if the app calls Stripe itself.</summary>
    public PracticeStripe? Practice { get; }

    /// <exception cref="IOException">The port is in use.</exception>
    /// <exception cref="InvalidOperationException">The configuration is incomplete; the message names the missing setting.</exception>
    public static async Task<OnboardingApp> StartAsync(OnboardingHost host)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(host.Arguments);
        string? apiKey = GetKey(builder.Configuration);
        PracticeStripe? practice = apiKey is null ? await PracticeStripe.StartAsync(host.Clock) : null;
        WebApplication? web = null;
        try
        {
            AddServices(builder, host, apiKey ?? PracticeStripe.ApiKey, practice);
            web = Build(builder);
            await web.StartAsync();
            return new OnboardingApp(web, practice);
        }
        catch
        {
            if (web is not null)
            {
                await web.DisposeAsync();
            }

            if (practice is not null)
            {
                await practice.DisposeAsync();
            }

            throw;
        }
    }

    public Task WaitForShutdownAsync() => _web.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        await _web.DisposeAsync();
        if (Practice is not null)
        {
            await Practice.DisposeAsync();
        }
    }

    private static string? GetKey(ConfigurationManager configuration) =>
        configuration["STRIPE_API_KEY"] is { Length: > 0 } key ? key
        : configuration["Stripe:ApiKey"] is { Length: > 0 } configured ? configured
        : null;

    private static void AddServices(WebApplicationBuilder builder, OnboardingHost host, string apiKey, PracticeStripe? practice)
    {
        IServiceCollection services = builder.Services;
        services.AddSingleton(host.Clock);
        AddStripe(builder, apiKey, practice);
        AddTelemetry(services, host.Output);
        AddForgeryProtection(services);

        services.AddSingleton<PublicAddress>().AddSingleton<FlowTokens>().AddSingleton<RenewalLimit>().AddSingleton<AccountLinkFactory>();
        services.AddSingleton<Layout>().AddSingleton<StartForms>();
        services.AddSingleton<HomePage>().AddSingleton<ReturnPage>().AddSingleton<ErrorPage>();
        services.AddSingleton<StripeFailures>().AddSingleton<OnboardingEndpoints>();
        host.Configure(builder);
    }

    private static void AddStripe(WebApplicationBuilder builder, string apiKey, PracticeStripe? practice)
    {
        IServiceCollection services = builder.Services;
        services.AddStripeClient(builder.Configuration.GetSection("Stripe"));
        services.Configure<StripeClientOptions>(options => options.ApiKey = apiKey);
        if (practice is null)
        {
            services.AddSingleton(StripeMode.Real).AddSingleton(SellerStore.From(builder.Configuration.GetSection("Sellers")));
            services.AddHttpClient<IAccounts, StripeAccounts>(client => client.Timeout = TimeSpan.FromSeconds(10)).RemoveAllLoggers();
            return;
        }

        services.Configure<StripeClientOptions>(options => options.BaseAddress = practice.ApiAddress);
        services.AddSingleton(StripeMode.StandIn(practice.FormAddress)).AddSingleton(StandInAccounts.Sellers);
        services.AddSingleton<IAccounts>(practice.Accounts);
    }

    private static void AddTelemetry(IServiceCollection services, TextWriter output) => services.AddSingleton(_ =>
        Sdk.CreateTracerProviderBuilder()
            .AddSource("Microsoft.AspNetCore", StripeTelemetry.ActivitySourceName)
            .AddProcessor(new SimpleActivityExportProcessor(new ConsoleActivityExporter(output)))
            .Build());

    private static void AddForgeryProtection(IServiceCollection services) => services.AddAntiforgery(antiforgery =>
    {
        antiforgery.Cookie.Name = "marketplace-antiforgery";
        antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;

        // The browser does not send a strict cookie when Stripe redirects back. A new cookie would then be created, and the forms on
        // pages that are already open would be rejected.
        antiforgery.Cookie.SameSite = SameSiteMode.Lax;
    });

    private static WebApplication Build(WebApplicationBuilder builder)
    {
        WebApplication web = builder.Build();
        web.Services.GetRequiredService<TracerProvider>();
        web.UseRequestActivities();
        web.UseSecurityHeaders(web.Services.GetRequiredService<StripeMode>().FormOrigins);
        web.UseExceptionHandler(failed => failed.Run(context => web.Services.GetRequiredService<ErrorPage>().Show(
            StatusCodes.Status500InternalServerError,
            "Something went wrong on our side",
            "You did nothing wrong. Go back to the list of sellers and try again.",
            reference: context.TraceIdentifier).ExecuteAsync(context)));
        PageEndpoints.Map(web);
        OnboardingEndpoints.Map(web);
        return web;
    }
}
