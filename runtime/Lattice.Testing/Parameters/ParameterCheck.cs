using Lattice.Stripe.Testing.Answers;
using Lattice.Stripe.Testing.Slices;

namespace Lattice.Stripe.Testing.Parameters;

/// <summary>Checks what was sent against a schema. Of several problems the same one is always reported.</summary>
internal static class ParameterCheck
{
    /// <summary>The first problem of <paramref name="sent"/>, or null when it fits <paramref name="schema"/>.</summary>
    public static Refusal? FindProblem(ParameterNode sent, Schema schema, bool required = false)
    {
        if (sent is { Kind: ParameterKind.Form, IsCleared: true })
            return schema.AllowsEmpty ? null : Refusal.Empty(sent.Name);

        return schema.Kind switch
        {
            SchemaKind.Union => FindProblemOfUnion(sent, schema, required),
            SchemaKind.Object => FindProblemOfObject(sent, schema),
            SchemaKind.Array => FindProblemOfArray(sent, schema),
            SchemaKind.Any => null,
            _ => ValueCheck.FindProblem(sent, schema, required),
        };
    }

    /// <summary>What is unknown comes before what is missing, and both come before wrong values.</summary>
    private static Refusal? FindProblemOfObject(ParameterNode sent, Schema schema)
    {
        if (!sent.IsObject) return Refusal.Of("Invalid object", sent.Name);

        string[] unknown = [.. sent.Children.Where(child => IsUnknown(child, schema)).Select(child => child.Name)];
        if (unknown.Length > 0) return Refusal.Unknown(unknown);

        foreach (Property property in schema.RequiredProperties)
        {
            if (sent.Find(property.Name) is null or { Kind: ParameterKind.Null })
                return Refusal.Missing(sent.NameOf(property.Name));
        }

        if (schema.MapValues is not null && MetadataCheck.FindProblem(sent) is { } excess) return excess;

        foreach (ParameterNode child in sent.Children.Where(child => child.Kind != ParameterKind.Null))
        {
            Refusal? problem = schema.Find(child.Key) is { } property
                ? FindProblem(child, property.Schema, property.Required)
                : FindProblemOfMapEntry(child, schema.MapValues!);
            if (problem is not null) return problem;
        }

        return null;
    }

    private static bool IsUnknown(ParameterNode child, Schema schema)
        => schema.MapValues is null && schema.Find(child.Key) is null;

    /// <summary>An empty value removes the key from the map.</summary>
    private static Refusal? FindProblemOfMapEntry(ParameterNode entry, Schema values)
        => entry.IsCleared ? null : FindProblem(entry, values);

    private static Refusal? FindProblemOfArray(ParameterNode sent, Schema schema)
    {
        if (!sent.IsList) return Refusal.Of("Invalid array", sent.Name);
        if (schema.Items is not { } items) return null;

        foreach (ParameterNode element in sent.Elements)
        {
            if (FindProblem(element, items) is { } problem) return problem;
        }

        return null;
    }

    /// <summary>One arm that fits is enough. Else the problem is that of the arm that was most likely meant.</summary>
    private static Refusal? FindProblemOfUnion(ParameterNode sent, Schema schema, bool required)
    {
        List<(Schema Arm, Refusal Problem)> problems = [];
        foreach (Schema arm in schema.Arms)
        {
            if (FindProblem(sent, arm, required) is not { } problem) return null;
            problems.Add((arm, problem));
        }

        return problems.MaxBy(candidate => Likeness(sent, candidate.Arm)).Problem;
    }

    private static int Likeness(ParameterNode sent, Schema arm) => arm.Kind switch
    {
        SchemaKind.Array => sent.IsList ? 3 : 0,
        SchemaKind.Object => sent.IsObject ? 2 : 0,
        _ when sent.Value is null => 0,

        // Special words ("now", "inf", "") stand beside the type that is usually sent.
        _ => arm.Values.Count > 0 ? 2 : 3,
    };
}
