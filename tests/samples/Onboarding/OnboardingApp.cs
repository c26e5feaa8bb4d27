using Microsoft.AspNetCore.Hosting.Server;
using Onboarding.Endpoints;
using Onboarding.Practice;
using Onboarding.SignIn;

namespace Onboarding;

/// <summary>The running app. Disposing it stops it.</summary>
internal sealed class OnboardingApp : IAsyncDisposable
{
    private readonly WebApplication _web;

    private OnboardingApp(WebApplication web, PracticeStripe? practice, SignInRequirement requirement)
    {
        _web = web;
        Practice = practice;
        IsLimitedToThisMachine = requirement.IsLimitedToThisMachine;
        HasWebhooks = web.Services.GetService<WebhookSecret>() is not null;
        Address = web.Services.GetRequiredService<PublicAddress>().Value;
    }

    /// <summary>The address for browsers.</summary>
    public Uri Address { get; }

    /// <summary>The stand-in for Stripe, or null if the app calls Stripe itself.</summary>
    public PracticeStripe? Practice { get; }

    /// <inheritdoc cref="SignInRequirement.IsLimitedToThisMachine"/>
    public bool IsLimitedToThisMachine { get; }

    /// <summary>Whether Stripe can send events to the app.</summary>
    public bool HasWebhooks { get; }

    /// <exception cref="IOException">The port is in use.</exception>
    /// <exception cref="ConfigurationException">The configuration is incomplete, or not safe.</exception>
    public static async Task<OnboardingApp> StartAsync(OnboardingHost host)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(host.Arguments);
        string? apiKey = GetKey(builder.Configuration);
        PracticeStripe? practice = apiKey is null ? await PracticeStripe.StartAsync(host.Clock) : null;
        WebApplication? web = null;
        try
        {
            OnboardingServices.Add(builder, host, apiKey, practice);
            host.Configure(builder);
            UseDefaultAddress(builder);
            web = builder.Build();
            SignInRequirement requirement = await StartAsync(web);
            SendWebhooks(practice, web);
            return new OnboardingApp(web, practice, requirement);
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

    /// <summary>The default is not in appsettings.json, because it would have priority over <c>ASPNETCORE_URLS</c> there.</summary>
    private static void UseDefaultAddress(WebApplicationBuilder builder)
    {
        if (ServerAddresses.GetConfigured(builder.Configuration).Count == 0)
        {
            builder.WebHost.UseUrls("http://127.0.0.1:5180");
        }
    }

    /// <summary>The stand-in sends its events to the server, and not to the public address: no request leaves this machine.</summary>
    private static void SendWebhooks(PracticeStripe? practice, WebApplication web)
    {
        if (practice is not null && ServerAddresses.FindLocal(web.Services.GetRequiredService<IServer>()) is { } address)
        {
            practice.Server.SendWebhooks(new Uri(address, WebhookEndpoint.Path), PracticeStripe.WebhookSecret.Value);
        }
    }

    private static async Task<SignInRequirement> StartAsync(WebApplication web)
    {
        SignInRequirement requirement = await SignInRequirement.CreateAsync(web.Services);
        requirement.CheckConfiguration();
        OnboardingPipeline.Use(web, requirement);
        await web.StartAsync();
        requirement.CheckServer();
        return requirement;
    }
}
