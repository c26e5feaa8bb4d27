using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.ResourceSerialization;

/// <summary>Finds the case of a union that a C# object belongs to.</summary>
internal static class UnionCases
{
    /// <summary>The schema itself, or the case of it that has this kind; null if absent.</summary>
    public static Schema? Find(Schema schema, SchemaKind kind)
        => Flatten(schema).FirstOrDefault(unionCase => unionCase.Kind == kind);

    /// <summary>The object that a union holds, with its schema; null for an object that is not a union, or of unknown type.</summary>
    /// <exception cref="UnwritableValueException">The union holds nothing, or more than one object.</exception>
    public static (StripeObject Value, Schema Case)? Unwrap(StripeObject source, Schema schema)
    {
        if (source is not StripeUnion union)
        {
            return null;
        }

        int set = source.GetType().GetProperties().Count(property => property.GetValue(source) is StripeObject);
        if (set > 1)
        {
            throw new UnwritableValueException(source.GetType().Name, $"exactly one of its properties must be set, but {set} are");
        }

        if (union.GetCase() is { } value)
        {
            return (value, Flatten(schema).FirstOrDefault(unionCase => IsOf(value, unionCase)) ?? schema);
        }

        return source.GetExtraFields().Count > 0
            ? null
            : throw new UnwritableValueException(source.GetType().Name, "exactly one of its properties must be set, but none is");
    }

    /// <summary>
    /// The object schema of a value; null if absent. If several cannot be distinguished by name, the class has the properties
    /// of all of them.
    /// </summary>
    public static Schema? ShapeOf(StripeObject source, Schema schema)
    {
        Schema[] objects = [.. Flatten(schema).Where(unionCase => unionCase.Kind == SchemaKind.Object)];
        return objects switch
        {
            [] => schema.Kind == SchemaKind.Any ? new Schema { Kind = SchemaKind.Object } : null,
            [var only] => only,
            _ when objects.Where(unionCase => IsOf(source, unionCase)).ToArray() is [var named] => named,
            _ => Merge(objects),
        };
    }

    private static IEnumerable<Schema> Flatten(Schema schema)
        => schema.Kind == SchemaKind.Union ? schema.Cases.SelectMany(Flatten) : [schema];

    /// <summary>Whether the object's discriminators match the schema: <c>object</c>, and whether it is deleted.</summary>
    private static bool IsOf(StripeObject source, Schema unionCase)
    {
        if (unionCase.Find("object")?.Schema.Values is not [var name])
        {
            return false;
        }

        var members = new Members(source);
        object? discriminator = members.Find("object");
        string? text = discriminator is null ? null : discriminator as string ?? StripeStructs.EnumText(discriminator);
        return text == name && members.Has("deleted") == (unionCase.Find("deleted") is not null);
    }

    private static Schema Merge(IEnumerable<Schema> unionCases)
    {
        var merged = new Schema { Kind = SchemaKind.Object };
        merged.SetProperties(
        [
            .. unionCases.SelectMany(unionCase => unionCase.Properties).GroupBy(property => property.Name, StringComparer.Ordinal)
                .Select(same => same.ToArray() is [var only] ? only with { Required = false } : Merge([.. same])),
        ]);
        return merged;
    }

    private static Property Merge(Property[] same)
    {
        Schema[] schemas = [.. same.Select(property => property.Schema).Distinct()];
        return new Property(same[0].Name, schemas is [var only] ? only : UnionOf(schemas), Required: false);
    }

    private static Schema UnionOf(Schema[] schemas) => new()
    {
        Kind = SchemaKind.Union,
        Cases = schemas,
        Nullable = Array.Exists(schemas, schema => schema.Nullable),
    };
}
