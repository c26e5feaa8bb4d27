using Lattice.Stripe.Testing.Errors;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.Parameters;

/// <summary>Checks what was sent against a schema. Of several problems the same one is always reported.</summary>
internal static class ParameterCheck
{
    /// <summary>The first problem of <paramref name="sent"/>, or null when it fits <paramref name="schema"/>.</summary>
    public static ApiError? FindError(ParameterNode sent, Schema schema, bool required = false)
    {
        if (sent is { Kind: ParameterKind.Form, IsCleared: true })
        {
            return schema.AllowsEmpty ? null : ApiError.Empty(sent.Name);
        }

        return schema.Kind switch
        {
            SchemaKind.Union => FindErrorOfUnion(sent, schema, required),
            SchemaKind.Object => FindErrorOfObject(sent, schema),
            SchemaKind.Array => FindErrorOfArray(sent, schema),
            SchemaKind.Any => null,
            _ => ValueCheck.FindError(sent, schema, required),
        };
    }

    /// <summary>What is unknown comes before what is missing, and both come before wrong values.</summary>
    private static ApiError? FindErrorOfObject(ParameterNode sent, Schema schema)
    {
        if (!sent.IsObject)
        {
            return ApiError.Of("Invalid object", sent.Name);
        }

        string[] unknown = [.. sent.Children.Where(child => IsUnknown(child, schema)).Select(child => child.Name)];
        if (unknown.Length > 0)
        {
            return ApiError.Unknown(unknown);
        }

        foreach (Property property in schema.RequiredProperties)
        {
            if (sent.Find(property.Name) is null or { Kind: ParameterKind.Null })
            {
                return ApiError.Missing(sent.NameOf(property.Name));
            }
        }

        if (schema.MapValues is not null && MetadataCheck.FindError(sent) is { } excess)
        {
            return excess;
        }

        foreach (ParameterNode child in sent.Children.Where(child => child.Kind != ParameterKind.Null))
        {
            ApiError? problem = schema.Find(child.Key) is { } property
                ? FindError(child, property.Schema, property.Required)
                : FindErrorOfMapEntry(child, schema.MapValues!);
            if (problem is not null)
            {
                return problem;
            }
        }

        return null;
    }

    private static bool IsUnknown(ParameterNode child, Schema schema)
        => schema.MapValues is null && schema.Find(child.Key) is null;

    /// <summary>An empty value removes the key from the map.</summary>
    private static ApiError? FindErrorOfMapEntry(ParameterNode entry, Schema values)
        => entry.IsCleared ? null : FindError(entry, values);

    private static ApiError? FindErrorOfArray(ParameterNode sent, Schema schema)
    {
        if (!sent.IsList)
        {
            return ApiError.Of("Invalid array", sent.Name);
        }

        if (schema.Items is not { } items)
        {
            return null;
        }

        foreach (ParameterNode element in sent.Elements)
        {
            if (FindError(element, items) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    /// <summary>One arm that fits is enough. Else the problem is that of the arm that was most likely meant.</summary>
    private static ApiError? FindErrorOfUnion(ParameterNode sent, Schema schema, bool required)
    {
        List<(Schema Case, ApiError Problem)> problems = [];
        foreach (Schema unionCase in schema.Cases)
        {
            if (FindError(sent, unionCase, required) is not { } problem)
            {
                return null;
            }

            problems.Add((unionCase, problem));
        }

        return problems.MaxBy(candidate => Likeness(sent, candidate.Case)).Problem;
    }

    private static int Likeness(ParameterNode sent, Schema unionCase) => unionCase.Kind switch
    {
        SchemaKind.Array => sent.IsList ? 3 : 0,
        SchemaKind.Object => sent.IsObject ? 2 : 0,
        _ when sent.Value is null => 0,

        // Special words ("now", "inf", "") stand beside the type that is usually sent.
        _ => unionCase.Values.Count > 0 ? 2 : 3,
    };
}
