using System.Reflection;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.ResourceSerialization;

/// <summary>Finds out which of several schemas an object in C# is of.</summary>
internal static class UnionCases
{
    private const string Discriminator = "Object";

    /// <summary>The schema itself or the arm of it that is of this kind; null when there is none.</summary>
    public static Schema? Find(Schema schema, SchemaKind kind)
        => Flatten(schema).FirstOrDefault(unionCase => unionCase.Kind == kind);

    /// <summary>
    /// The one property that is set, where the class stands for a union: its properties are the arms, and nothing else.
    /// Null where the class is an object itself.
    /// </summary>
    public static (string Name, StripeObject Value, Schema Case)? Unwrap(StripeObject source, Schema schema)
    {
        Schema[] unionCases = [.. Flatten(schema).Where(unionCase => unionCase.Kind == SchemaKind.Object)];
        PropertyInfo[] properties = [.. Members.PropertiesOf(source.GetType())];
        if (unionCases.Length < 2 || properties.Length != unionCases.Length || !Array.TrueForAll(properties, IsCase))
        {
            return null;
        }

        PropertyInfo[] set = [.. properties.Where(property => property.GetValue(source) is not null)];
        if (set.Length == 0 && source.GetExtraFields().Count > 0)
        {
            return null;
        }

        if (set.Length != 1)
        {
            throw new UnwritableValueException(source.GetType().Name, $"it is one of several objects, and {set.Length} of them are set");
        }

        var value = (StripeObject)set[0].GetValue(source)!;
        return (set[0].Name, value, unionCases.FirstOrDefault(unionCase => IsOf(value, unionCase)) ?? schema);
    }

    /// <summary>
    /// The object schema that a value is written by; null when there is none. Of several whose names do not tell them
    /// apart, one class holds the properties of all.
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

    /// <summary>Whether a property can be an arm: arms are objects that are told apart by what they say of themselves.</summary>
    private static bool IsCase(PropertyInfo property)
        => property.PropertyType.IsAssignableTo(typeof(StripeObject)) && property.PropertyType.GetProperty(Discriminator) is not null;

    private static IEnumerable<Schema> Flatten(Schema schema)
        => schema.Kind == SchemaKind.Union ? schema.Cases.SelectMany(Flatten) : [schema];

    /// <summary>Whether what an object says of itself is what the schema says: its <c>object</c>, and whether it is deleted.</summary>
    private static bool IsOf(StripeObject source, Schema unionCase)
    {
        if (unionCase.Find("object")?.Schema.Values is not [var name])
        {
            return false;
        }

        Type type = source.GetType();
        object? given = type.GetProperty(Discriminator)?.GetValue(source);
        string? text = given is null ? null : given as string ?? StripeStructs.EnumText(given);
        return text == name && (type.GetProperty("Deleted") is not null) == (unionCase.Find("deleted") is not null);
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
        return new Property(same[0].Name, schemas is [var only] ? only : UnionOf(schemas), Required: false) { ClrName = same[0].ClrName };
    }

    private static Schema UnionOf(Schema[] schemas) => new()
    {
        Kind = SchemaKind.Union,
        Cases = schemas,
        Nullable = Array.Exists(schemas, schema => schema.Nullable),
    };
}
