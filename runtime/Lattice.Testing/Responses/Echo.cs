using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.Responses;

/// <summary>
/// Decides which parameters are returned in the resource: each value that matches the resource's property of the same name, even if
/// other properties are missing or unknown.
/// </summary>
internal static class Echo
{
    /// <summary>A response may have values that the specification does not list.</summary>
    private static readonly ParameterCheck s_check = new(allowsUnlistedValues: true);

    public static bool Fits(ParameterNode sent, Schema schema) => schema.Kind switch
    {
        SchemaKind.Any => true,
        SchemaKind.Union => schema.Cases.Any(unionCase => Fits(sent, unionCase)),
        SchemaKind.Object => sent.IsObject && (sent.Children.Count == 0 || CountChildren(sent, schema) > 0),

        // A list is returned as a whole or not at all.
        SchemaKind.Array => sent.IsList && (schema.Items is not { } items || sent.Children.All(element => Fits(element, items))),
        _ => s_check.FindError(sent, schema) is null,
    };

    /// <summary>The matching case that has the most of the parameters; the first of several.</summary>
    public static Schema CaseOf(Schema union, ParameterNode sent)
        => union.Cases.Where(unionCase => Fits(sent, unionCase)).MaxBy(unionCase => CountChildren(sent, unionCase))!;

    private static int CountChildren(ParameterNode sent, Schema schema)
        => sent.Children.Count(child => SchemaOf(child, schema) is { } known && (child.IsCleared || Fits(child, known)));

    private static Schema? SchemaOf(ParameterNode child, Schema schema)
        => schema.Find(child.Key)?.Schema ?? schema.MapValues;
}
