using Onboarding.Endpoints;
using Onboarding.Pages;
using Onboarding.SignIn;
using Onboarding.Telemetry;
using OpenTelemetry.Trace;

namespace Onboarding;

/// <summary>Adds the middleware and the endpoints of the app.</summary>
internal static class OnboardingPipeline
{
    public static void Use(WebApplication web, SignInRequirement requirement)
    {
        web.Services.GetRequiredService<TracerProvider>();
        web.UseRequestActivities();
        web.UseBrowserScheme();
        web.UseSecurityHeaders(web.Services.GetRequiredService<StripeMode>().FormOrigins);
        web.UseExceptionHandler(failed => failed.Run(context => web.Services.GetRequiredService<ErrorPage>().Show(
            StatusCodes.Status500InternalServerError,
            "Something went wrong on our side",
            "You did nothing wrong. Go back to the list of sellers and try again.",
            reference: context.TraceIdentifier).ExecuteAsync(context)));
        UseSignIn(web, requirement);
        PageEndpoints.Map(web);
        OnboardingEndpoints.Map(web);
        if (web.Services.GetService<WebhookSecret>() is not null)
        {
            WebhookEndpoint.Map(web);
        }
    }

    private static void UseSignIn(WebApplication web, SignInRequirement requirement)
    {
        if (requirement.IsLimitedToThisMachine)
        {
            web.UseThisMachineOnly();
        }

        if (requirement.HasSignIn)
        {
            web.UseAuthentication();
            web.UseAuthorization();
        }

        if (web.Services.GetService<SignInPassword>() is not null)
        {
            web.UseRateLimiter();
            SignInEndpoints.Map(web);
        }
    }
}
