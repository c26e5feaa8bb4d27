using Lattice.Spec.OpenApi;

namespace Lattice.Spec.Stripe;

/// <summary>
/// Determines which strings of Stripe's API are secrets. The rules apply to any document; <c>x-lattice-sensitive</c> overrides them for a
/// schema.
/// </summary>
internal static class SecretRules
{
    /// <summary>Whether the string is a secret: <c>x-lattice-sensitive</c> decides, otherwise the rules.</summary>
    public static bool IsSecret(SpecSchema schema) =>
        schema.Find(OpenApiKeywords.Sensitive)?.Boolean ?? FindReason(schema) is not null;

    /// <summary>The reason why a rule matches the schema; <see langword="null"/> if none matches.</summary>
    public static string? FindReason(SpecSchema schema) => FindRule(schema)?.Reason;

    /// <summary>The rule that matches the schema; <see langword="null"/> if none matches. Only a plain string can match.</summary>
    public static SecretRule? FindRule(SpecSchema schema)
    {
        // The names of most properties match no rule, so their locations are not needed.
        if (schema.Node.Name is { } member and not ("items" or "additionalProperties" or "schema")
            && !SecretRuleList.All.Any(rule => rule.MatchesName(member)))
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
