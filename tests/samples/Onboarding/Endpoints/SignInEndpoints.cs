using Microsoft.AspNetCore.Authentication;
using Onboarding.Pages;
using Onboarding.SignIn;

namespace Onboarding.Endpoints;

/// <summary>The endpoints of the sign-in with a password.</summary>
internal sealed partial class SignInEndpoints(SignInPassword password, SignInPage page, ILogger<SignInEndpoints> logger)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(PasswordSignIn.Path, (SignInPage page, HttpContext context) => page.Show(context)).AllowAnonymous();
        FormFilter.MapForm(
                routes, PasswordSignIn.Path, (SignInEndpoints endpoints, HttpContext context) => endpoints.SignInAsync(context))
            .AllowAnonymous()
            .RequireRateLimiting(SignInLimit.Name);
        FormFilter.MapForm(routes, SignInPage.SignOutPath, SignOutAsync);
    }

    private async Task<IResult> SignInAsync(HttpContext context)
    {
        if (!password.IsCorrect(context.Request.Form[SignInPage.PasswordField]))
        {
            LogWrongPassword();
            return page.Show(context, StatusCodes.Status403Forbidden, "This is not the password.");
        }

        await context.SignInAsync(PasswordSignIn.Scheme, PasswordSignIn.CreatePrincipal(password));
        LogSignedIn();

        // Always to the list of sellers: a target in the request could lead to another site.
        return Results.Redirect("/");
    }

    private static async Task<IResult> SignOutAsync(HttpContext context)
    {
        await context.SignOutAsync(PasswordSignIn.Scheme);
        return Results.Redirect(PasswordSignIn.Path);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in was rejected: the password is wrong")]
    private partial void LogWrongPassword();

    [LoggerMessage(Level = LogLevel.Information, Message = "A browser has signed in")]
    private partial void LogSignedIn();
}
