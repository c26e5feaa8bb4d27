using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Onboarding.Flows;

namespace Onboarding.SignIn;

/// <summary>
/// The sign-in with a password, for the people who run the platform: each of them acts for all sellers. A platform with users of its own
/// replaces it. It registers its authentication scheme, and a fallback policy that requires an authenticated user, as here.
/// </summary>
/// <remarks>If the sellers are among these users, the list of sellers must contain only the account of the person who asks.</remarks>
internal static class PasswordSignIn
{
    public const string Path = "/sign-in";

    /// <summary>The name of the authentication scheme, and of the authentication type of people who have signed in.</summary>
    public const string Scheme = "password";

    private const string StampClaim = "stamp";

    public static void Add(IServiceCollection services, SignInPassword password)
    {
        services.AddSingleton(password);
        services.AddAuthentication(Scheme).AddCookie(Scheme);
        services.AddOptions<CookieAuthenticationOptions>(Scheme)
            .Configure<PublicAddress>((options, address) => Configure(options, password, address));
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    /// <summary>Creates the identity of a person who entered the password, with a new id, to which their flows are bound.</summary>
    public static ClaimsPrincipal CreatePrincipal(SignInPassword password) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, RandomNumberGenerator.GetHexString(32, lowercase: true)),
            new Claim(StampClaim, password.Stamp),
        ],
        Scheme));

    private static void Configure(CookieAuthenticationOptions options, SignInPassword password, PublicAddress address)
    {
        options.Cookie.Name = address.GetCookieName("sign-in");
        options.ExpireTimeSpan = FlowTokens.Lifetime;
        options.SlidingExpiration = false;
        options.Events.OnValidatePrincipal = context =>
        {
            if (context.Principal?.HasClaim(StampClaim, password.Stamp) != true)
            {
                context.RejectPrincipal();
            }

            return Task.CompletedTask;
        };

        // Not an absolute URL, because the server does not know the browser's address behind a proxy; and without the URL that was
        // requested, because it may contain the token of a flow.
        options.Events.OnRedirectToLogin = context =>
        {
            context.Response.Redirect(address.GetRedirect(context.Request)?.AbsoluteUri ?? Path);
            return Task.CompletedTask;
        };
    }
}
