using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.Parameters;

/// <summary>
/// The parameters of a request without personal data: only values that the slice lists are shown. Unknown parameters, strings and
/// numbers (a day of birth, an amount) are redacted.
/// </summary>
internal static class RedactedParameters
{
    private const string Redacted = "[redacted]";

    /// <param name="root">The parameters that were sent.</param>
    /// <param name="schema">Their schema; null if it is not known.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(ParameterNode root, Schema? schema)
        => [.. ValuesBelow(root, schema is null ? [] : CasesOf(schema))];

    /// <param name="node">A parameter that was sent.</param>
    /// <param name="schemas">The schemas that it may have, with unions flattened.</param>
    private static IEnumerable<KeyValuePair<string, string>> ValuesBelow(ParameterNode node, IReadOnlyList<Schema> schemas)
        => node.Value is { } value
            ? [new(node.Name, IsListed(node, value, schemas) ? value : Redacted)]
            : node.Children.Count == 0
                ? node.Values
                : node.Children.SelectMany(child => ValuesBelow(child, SchemasOf(child, schemas)));

    private static List<Schema> SchemasOf(ParameterNode child, IReadOnlyList<Schema> parents) =>
    [
        .. parents
            .Select(parent => parent.Kind == SchemaKind.Array ? parent.Items : parent.Find(child.Key)?.Schema ?? parent.MapValues)
            .OfType<Schema>()
            .SelectMany(CasesOf),
    ];

    private static IReadOnlyList<Schema> CasesOf(Schema schema)
        => schema.Kind == SchemaKind.Union ? [.. schema.Cases.SelectMany(CasesOf)] : [schema];

    private static bool IsListed(ParameterNode node, string value, IReadOnlyList<Schema> schemas)
        => node.IsCleared
        || schemas.Any(schema => schema.Values.Contains(value) || (schema.Kind == SchemaKind.Boolean && value is "true" or "false"));
}
