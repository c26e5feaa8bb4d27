using Lattice.Spec.OpenApi;

namespace Lattice.Spec.Stripe;

/// <summary>
/// Tells which strings of Stripe's API are secrets. The rules hold for any document; <c>x-lattice-sensitive</c> overrides them at a
/// schema.
/// </summary>
internal static class SecretRules
{
    /// <summary>Whether the string is a secret: the document says so, or a rule does and the document does not object.</summary>
    public static bool IsSecret(SpecSchema schema) =>
        schema.Find(OpenApiKeywords.Sensitive)?.Boolean ?? FindReason(schema) is not null;

    /// <summary>Why a rule says that the schema is a secret; <see langword="null"/> if none does.</summary>
    public static string? FindReason(SpecSchema schema) => FindRule(schema)?.Reason;

    /// <summary>The rule that says that the schema is a secret; <see langword="null"/> if none does. Only a plain string can be one.</summary>
    public static SecretRule? FindRule(SpecSchema schema)
    {
        // Most properties have a name that no rule has, and need no look at where they are.
        if (schema.Node.Name is { } member and not ("items" or "additionalProperties") && !SecretRuleList.All.Any(rule => rule.MatchesName(member)))
        {
            return null;
        }

        if (schema.Reference is not null || schema.Types != SchemaTypes.String || schema.Format == "binary" || schema.EnumValues.Count > 0)
        {
            return null;
        }

        SchemaLocation location = SchemaLocation.Of(schema.Node);
        if (location.PropertyPath.Length == 0)
        {
            return null;
        }

        string name = location.PropertyPath.Substring(location.PropertyPath.LastIndexOf('.') + 1);
        string? resource = location.IsInRequest ? null : schema.FindResource(location.Owner);
        return SecretRuleList.All.FirstOrDefault(rule => rule.MatchesName(name) && rule.Matches(location, resource));
    }
}
