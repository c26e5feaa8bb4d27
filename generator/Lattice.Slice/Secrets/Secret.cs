using Lattice.Spec.Stripe;

namespace Lattice.Slice.Secrets;

/// <summary>A string of a document that nobody is to see by accident.</summary>
/// <param name="Pointer">The location of its schema, as a JSON Pointer (RFC 6901).</param>
/// <param name="Reason">Why it is a secret, as a clause after "because".</param>
/// <param name="Source">The rule or the annotation that makes it one.</param>
/// <param name="IsByRule">Whether a rule makes it one, as in any document.</param>
internal sealed record Secret(string Pointer, string Reason, string Source, bool IsByRule)
{
    /// <summary>A secret that a rule finds.</summary>
    public static Secret ByRule(string pointer, SecretRule rule) => new(pointer, rule.Reason, Describe(rule), IsByRule: true);

    /// <summary>A secret that no rule finds, and that slice.json or the document names.</summary>
    public static Secret ByAnnotation(string pointer, string source) => new(pointer, $"{source} says so", source, IsByRule: false);

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
