using Lattice.Stripe.Testing.Errors;

namespace Lattice.Stripe.Testing.Pipeline;

/// <summary>Checks the API key of a request.</summary>
/// <param name="acceptedKey">The only key that is accepted; null: any well-formed secret key.</param>
/// <param name="sessions">The sessions whose tokens are accepted instead where Stripe accepts them.</param>
internal sealed class Authentication(string? acceptedKey, MeterEventSessions sessions)
{
    private const int Unauthorized = 401;

    /// <summary>Returns the error of the key, or null and the key's mode.</summary>
    public ApiError? FindError(ApiRequest request, out bool livemode)
    {
        livemode = false;
        string? key = ApiKeyText.FromAuthorization(request.Headers.GetValueOrDefault("Authorization"));
        if (key is null)
        {
            return NoKey();
        }

        if (sessions.TryAuthenticate(request.Path, key, out livemode, out ApiError? expired))
        {
            return expired;
        }

        if (!IsAccepted(key))
        {
            return ApiKeyText.IsPublishable(key) ? PublishableKey(key) : WrongKey(key);
        }

        livemode = ApiKeyText.IsLive(key);
        return null;
    }

    private bool IsAccepted(string key)
        => acceptedKey is null ? ApiKeyText.IsWellFormedSecret(key) : string.Equals(key, acceptedKey, StringComparison.Ordinal);

    private static ApiError NoKey() => new(
        Unauthorized,
        "You did not provide an API key. Send it in the Authorization header, as a bearer token "
        + "('Authorization: Bearer YOUR_SECRET_KEY') or as the user name of Basic authentication.");

    private static ApiError WrongKey(string key)
        => new(Unauthorized, $"Invalid API Key provided: {ApiKeyText.Mask(key)}");

    private static ApiError PublishableKey(string key) => new(
        Unauthorized,
        $"Invalid API Key provided: {ApiKeyText.Mask(key)}. A publishable key cannot make this request; use a secret "
        + "or restricted key.",
        Code: "secret_key_required");
}
