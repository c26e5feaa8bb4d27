using Lattice.Stripe.Testing.Errors;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.Parameters;

/// <summary>Checks parameters against a schema. If there are several errors, it always reports the same one.</summary>
/// <param name="allowsUnlistedValues">
/// Whether enums that Stripe's specification marks as open (<c>x-stripeBypassValidation</c>) accept any value.
/// </param>
internal sealed class ParameterCheck(bool allowsUnlistedValues)
{
    /// <summary>The first error of <paramref name="sent"/>; null if it matches <paramref name="schema"/>.</summary>
    public ApiError? FindError(ParameterNode sent, Schema schema, bool required = false)
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
            _ => ValueCheck.FindError(sent, schema, required, allowsUnlistedValues),
        };
    }

    /// <summary>Unknown parameters are reported before missing ones, and those before invalid values.</summary>
    private ApiError? FindErrorOfObject(ParameterNode sent, Schema schema)
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
            ApiError? error = schema.Find(child.Key) is { } property
                ? FindError(child, property.Schema, property.Required)
                : FindErrorOfMapEntry(child, schema.MapValues!);
            if (error is not null)
            {
                return error;
            }
        }

        return null;
    }

    private static bool IsUnknown(ParameterNode child, Schema schema)
        => schema.MapValues is null && schema.Find(child.Key) is null;

    /// <summary>An empty value removes the key from the map.</summary>
    private ApiError? FindErrorOfMapEntry(ParameterNode entry, Schema values)
        => entry.IsCleared ? null : FindError(entry, values);

    private ApiError? FindErrorOfArray(ParameterNode sent, Schema schema)
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
            if (FindError(element, items) is { } error)
            {
                return error;
            }
        }

        return null;
    }

    /// <summary>One case that matches is enough. Otherwise, the error is that of the case that was probably intended.</summary>
    private ApiError? FindErrorOfUnion(ParameterNode sent, Schema schema, bool required)
    {
        List<(Schema Case, ApiError Error)> errors = [];
        foreach (Schema unionCase in schema.Cases)
        {
            if (FindError(sent, unionCase, required) is not { } error)
            {
                return null;
            }

            errors.Add((unionCase, error));
        }

        return errors.MaxBy(candidate => Similarity(sent, candidate.Case)).Error;
    }

    private static int Similarity(ParameterNode sent, Schema unionCase) => unionCase.Kind switch
    {
        SchemaKind.Array => sent.IsList ? 3 : 0,
        SchemaKind.Object => sent.IsObject ? 2 : 0,
        _ when sent.Value is null => 0,

        // Special words ("now", "inf", "") are alternatives to the type that is usually sent.
        _ => unionCase.Values.Count > 0 ? 2 : 3,
    };
}
