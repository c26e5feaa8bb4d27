using Lattice.Spec.OpenApi;

namespace Lattice.Spec.Stripe;

/// <summary>
/// Tells which strings of Stripe's API are secrets: whoever has one can act, or sees what the person behind it did not publish.
/// The rules hold for any document; <c>x-lattice-sensitive</c> overrides them at a schema.
/// </summary>
internal static class SecretRules
{
    /// <summary>The rules; the first that matches gives the reason.</summary>
    public static readonly IReadOnlyList<SecretRule> All =
    [
        new("secret", null, "it stands for a key"),
        new("*_secret", null, "it stands for a key"),
        new("authentication_token", null, "it stands for a key"),
        new("url", "account_link", "whoever opens it acts as the account's owner"),
        new("payload", "apps.secret", "it is the secret that is stored"),
        new("url", "billing_portal.session", "whoever opens it manages the customer's billing"),
        new("url", "checkout.session", "whoever opens it sees the customer's checkout and can pay with what is saved"),
        new("url", "file_link", "whoever opens it reads the file, without a key"),
        new("url", "identity.verification_session", "whoever opens it takes the verification"),
        new("cvc", "issuing.card", "it is a card's security code"),
        new("number", "issuing.card", "it is a card's number"),
        new("url", "login_link", "whoever opens it is logged in as the account's owner"),
        new("url", "v2.core.account_link", "whoever opens it acts as the account's owner"),
    ];

    // The last name of a rule's path, which most properties do not have.
    private static readonly ILookup<string, SecretRule> s_byName =
        All.Where(rule => rule.Property[0] != '*').ToLookup(rule => rule.Property.Substring(rule.Property.LastIndexOf('.') + 1), StringComparer.Ordinal);

    private static readonly IReadOnlyList<SecretRule> s_bySuffix = [.. All.Where(rule => rule.Property[0] == '*')];

    /// <summary>Whether the string is a secret: the document says so, or a rule does and the document does not object.</summary>
    public static bool IsSecret(SpecSchema schema) =>
        schema.Find(OpenApiKeywords.Sensitive)?.Boolean ?? FindReason(schema) is not null;

    /// <summary>Why a rule says that the schema is a secret; <see langword="null"/> if none does.</summary>
    public static string? FindReason(SpecSchema schema) => FindRule(schema)?.Reason;

    /// <summary>The rule that says that the schema is a secret; <see langword="null"/> if none does. Only a plain string can be one.</summary>
    public static SecretRule? FindRule(SpecSchema schema)
    {
        if (schema.Reference is not null || schema.Types != SchemaTypes.String || schema.Format is "binary" || schema.EnumValues.Count > 0)
        {
            return null;
        }

        SchemaLocation location = SchemaLocation.Of(schema.Node);
        if (location.IsElement)
        {
            return null;
        }

        string name = location.PropertyPath.Substring(location.PropertyPath.LastIndexOf('.') + 1);
        IEnumerable<SecretRule> candidates = s_byName[name].Concat(s_bySuffix.Where(rule => name.EndsWith(rule.Property.Substring(1), StringComparison.Ordinal)));
        string? resource = null;
        foreach (SecretRule rule in candidates)
        {
            resource ??= schema.FindResource(location.Component);
            if (rule.Matches(location, resource))
            {
                return rule;
            }
        }

        return null;
    }
}
