using Lattice.Stripe.Testing.Errors;

namespace Lattice.Stripe.Testing.Pipeline;

/// <summary>Decides whether a request's API key is accepted.</summary>
internal sealed class Authentication(string? onlyKey)
{
    private const int Unauthorized = 401;

    /// <summary>The reason to refuse the request, or null and the key's mode.</summary>
    public ApiError? Check(ApiRequest request, out bool livemode)
    {
        livemode = false;
        string? key = ApiKeyText.FromAuthorization(request.Headers.GetValueOrDefault("Authorization"));
        if (key is null)
        {
            return NoKey();
        }

        if (!IsAccepted(key))
        {
            return ApiKeyText.IsPublishable(key) ? PublishableKey(key) : WrongKey(key);
        }

        livemode = ApiKeyText.IsLive(key);
        return null;
    }

    private bool IsAccepted(string key)
        => onlyKey is null ? ApiKeyText.IsWellFormedSecret(key) : string.Equals(key, onlyKey, StringComparison.Ordinal);

    private static ApiError NoKey() => new(
        Unauthorized,
        "You did not provide an API key. Send it in the Authorization header, as bearer token "
        + "('Authorization: Bearer YOUR_SECRET_KEY') or as the user name of Basic authentication.");

    private static ApiError WrongKey(string key)
        => new(Unauthorized, $"Invalid API Key provided: {ApiKeyText.Mask(key)}");

    private static ApiError PublishableKey(string key) => new(
        Unauthorized,
        $"Invalid API Key provided: {ApiKeyText.Mask(key)}. A publishable key cannot make this request; use a secret "
        + "or restricted key.",
        Code: "secret_key_required");
}
