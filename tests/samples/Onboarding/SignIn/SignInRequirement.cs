using Lattice.Stripe;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Options;

namespace Onboarding.SignIn;

/// <summary>
/// Decides whether the app may start. Whoever reaches it opens the forms of all sellers. With a Stripe key, these must be people who have
/// signed in, or else only this machine, with a key that reaches no real account.
/// </summary>
internal sealed class SignInRequirement
{
    private readonly IServiceProvider _services;
    private readonly StripeMode _mode;
    private readonly PublicAddress _address;

    private SignInRequirement(IServiceProvider services, bool hasSignIn)
    {
        _services = services;
        _mode = services.GetRequiredService<StripeMode>();
        _address = services.GetRequiredService<PublicAddress>();
        HasSignIn = hasSignIn;
    }

    /// <summary>
    /// Whether people must sign in: there is an authentication scheme, and endpoints without a policy of their own require an
    /// authenticated user.
    /// </summary>
    public bool HasSignIn { get; }

    /// <summary>Whether only this machine may use the app.</summary>
    public bool IsLimitedToThisMachine => !HasSignIn && !_mode.IsStandIn;

    /// <param name="services">The services of the app, after it was built.</param>
    public static async Task<SignInRequirement> CreateAsync(IServiceProvider services) => new(services, await HasSignInAsync(services));

    /// <summary>Checks what is known before the server starts.</summary>
    /// <exception cref="ConfigurationException">The app must not start.</exception>
    public void CheckConfiguration()
    {
        StripeClientOptions stripe = GetStripeOptions();
        if (IsLimitedToThisMachine)
        {
            CheckKey(stripe.ApiKey?.Reveal());
            IReadOnlyList<string> configured = ServerAddresses.GetConfigured(_services.GetRequiredService<IConfiguration>());
            CheckAddresses(_address.IsConfigured ? [.. configured, _address.Value.AbsoluteUri] : configured);
        }
    }

    /// <summary>Checks the addresses that the server listens on, however they were chosen.</summary>
    /// <exception cref="ConfigurationException">The app must stop.</exception>
    public void CheckServer()
    {
        if (IsLimitedToThisMachine)
        {
            CheckAddresses(ServerAddresses.GetBound(_services.GetRequiredService<IServer>()));
        }
        else if (!_mode.IsStandIn && !_address.IsHttps && !Loopback.IsHost(_address.Value.DnsSafeHost))
        {
            throw new ConfigurationException(
                $"The app does not start, because browsers would sign in at {_address.Value} without encryption. "
                + "Use https: set PublicAddress in the configuration to the https address of a proxy, or listen on https.");
        }
    }

    private StripeClientOptions GetStripeOptions()
    {
        try
        {
            return _services.GetRequiredService<IOptions<StripeClientOptions>>().Value;
        }
        catch (OptionsValidationException exception)
        {
            throw new ConfigurationException(
                $"The app does not start, because a setting of the Stripe client is not valid. {exception.Message}");
        }
    }

    private static void CheckKey(string? key)
    {
        if (!StripeMode.IsTestKey(key))
        {
            throw new ConfigurationException(
                "The app does not start, because the Stripe key is not a test key and there is no sign-in: everybody who can open the app "
                + $"could open the forms of real accounts. {SignInPassword.Remedy} Or use a test key (sk_test_…, rk_test_…).");
        }
    }

    private static void CheckAddresses(IEnumerable<string> addresses)
    {
        string others = string.Join(", ", addresses.Where(address => !Loopback.IsServerAddress(address)));
        if (others.Length > 0)
        {
            throw new ConfigurationException(
                $"The app does not start, because other machines could reach it at {others} and there is no sign-in: everybody there "
                + $"could open the forms of all sellers. {SignInPassword.Remedy} Or use only loopback addresses, such as "
                + "http://127.0.0.1:5180, and no other PublicAddress.");
        }
    }

    private static async Task<bool> HasSignInAsync(IServiceProvider services) =>
        services.GetService<IAuthenticationSchemeProvider>() is { } schemes
        && services.GetService<IAuthorizationPolicyProvider>() is { } policies
        && await schemes.GetDefaultChallengeSchemeAsync() is not null
        && await policies.GetFallbackPolicyAsync() is { } policy
        && policy.Requirements.OfType<DenyAnonymousAuthorizationRequirement>().Any();
}
