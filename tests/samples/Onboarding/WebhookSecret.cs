using Lattice.Stripe;

namespace Onboarding;

/// <summary>The secret with which Stripe signs the events for this app.</summary>
internal sealed record WebhookSecret(SecretString Value)
{
    public const string VariableName = "STRIPE_WEBHOOK_SECRET";

    private const string SettingName = "Stripe:WebhookSecret";

    /// <summary>Reads the secret from the configuration. Returns null if there is none.</summary>
    /// <exception cref="ConfigurationException">The secret cannot be right.</exception>
    public static WebhookSecret? From(IConfiguration configuration) => (configuration[VariableName], configuration[SettingName]) switch
    {
        ({ Length: > 0 } secret, _) => Create(secret, VariableName),
        (_, { Length: > 0 } secret) => Create(secret, SettingName),
        _ => null,
    };

    private static WebhookSecret Create(string secret, string name) => secret.Trim() == secret
        ? new WebhookSecret(secret)
        : throw new ConfigurationException($"{name} in the configuration must not start or end with white space.");
}
