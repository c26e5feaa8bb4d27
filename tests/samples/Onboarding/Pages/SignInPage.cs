using Microsoft.AspNetCore.Antiforgery;
using Onboarding.SignIn;

namespace Onboarding.Pages;

/// <summary>The page that asks for the password, and the button that signs out.</summary>
internal sealed class SignInPage(Layout layout, IAntiforgery antiforgery)
{
    public const string PasswordField = "password";
    public const string SignOutPath = "/sign-out";

    public IResult Show(HttpContext context, int status = StatusCodes.Status200OK, string? error = null) =>
        layout.CreatePage("Sign in", Html.Of($"""
            <section class="card">
              <h1>Sign in</h1>
              <p class="lead">For the people who run the marketplace.</p>
              {(error is null ? default : Html.Of($"""<p role="alert"><strong>{error}</strong></p>"""))}
              <form method="post" action="{PasswordSignIn.Path}">
                {GetAntiforgeryField(context)}
                <label>Password <input class="field" type="password" name="{PasswordField}" autocomplete="current-password" required></label>
                <button class="button">Sign in</button>
              </form>
            </section>
            """), status);

    /// <summary>Returns the button for a browser that has signed in with the password.</summary>
    public Html GetSignOutButton(HttpContext context) => context.User.Identity?.AuthenticationType == PasswordSignIn.Scheme
        ? Html.Of($"""
            <form class="sign-out" method="post" action="{SignOutPath}">
              {GetAntiforgeryField(context)}
              <button class="button quiet">Sign out</button>
            </form>
            """)
        : default;

    private Html GetAntiforgeryField(HttpContext context)
    {
        AntiforgeryTokenSet tokens = antiforgery.GetAndStoreTokens(context);
        return Html.Of($"""<input type="hidden" name="{tokens.FormFieldName}" value="{tokens.RequestToken}">""");
    }
}
