using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.Responses;

/// <summary>
/// Tells what was sent and comes back in the resource: each value that is of the kind that the resource has under its
/// name. What else the resource requires, or does not know, takes nothing away from that.
/// </summary>
internal static class Echo
{
    public static bool Fits(ParameterNode sent, Schema schema) => schema.Kind switch
    {
        SchemaKind.Any => true,
        SchemaKind.Union => schema.Cases.Any(unionCase => Fits(sent, unionCase)),
        SchemaKind.Object => sent.IsObject && (sent.Children.Count == 0 || CountChildren(sent, schema) > 0),

        // A list that lacks some of its elements would be another list.
        SchemaKind.Array => sent.IsList && (schema.Items is not { } items || sent.Children.All(element => Fits(element, items))),
        _ => ParameterCheck.FindError(sent, schema) is null,
    };

    /// <summary>Of several arms that fit, the first one that takes most of what was sent.</summary>
    public static Schema CaseOf(Schema union, ParameterNode sent)
        => union.Cases.Where(unionCase => Fits(sent, unionCase)).MaxBy(unionCase => CountChildren(sent, unionCase))!;

    private static int CountChildren(ParameterNode sent, Schema schema)
        => sent.Children.Count(child => SchemaOf(child, schema) is { } known && (child.IsCleared || Fits(child, known)));

    private static Schema? SchemaOf(ParameterNode child, Schema schema)
        => schema.Find(child.Key)?.Schema ?? schema.MapValues;
}
