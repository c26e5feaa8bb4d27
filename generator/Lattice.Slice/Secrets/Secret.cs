using Lattice.Spec.Stripe;

namespace Lattice.Slice.Secrets;

/// <summary>A secret string of a document.</summary>
/// <param name="Pointer">The location of its schema, as a JSON Pointer (RFC 6901).</param>
/// <param name="Reason">Why it is a secret, as a clause after "because".</param>
/// <param name="Source">The rule or the annotation that makes it a secret.</param>
/// <param name="IsByRule">Whether a rule makes it a secret.</param>
internal sealed record Secret(string Pointer, string Reason, string Source, bool IsByRule)
{
    /// <summary>Creates a secret that a rule finds.</summary>
    public static Secret ByRule(string pointer, SecretRule rule) => new(pointer, rule.Reason, Describe(rule), IsByRule: true);

    /// <summary>Creates a secret that no rule finds, but slice.json or the document annotates.</summary>
    public static Secret ByAnnotation(string pointer, string source) => new(pointer, $"{source} specifies it", source, IsByRule: false);

    private static string Describe(SecretRule rule)
    {
        string owner = rule.Owner is null ? "" : $" of {rule.Owner}";
        string direction = rule.Direction switch
        {
            SecretDirection.Request => " in requests",
            SecretDirection.Response => " in responses",
            _ => "",
        };
        return $"rule {rule.Property}{owner}{direction}";
    }
}
