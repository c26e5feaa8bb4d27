using System.Reflection;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.ResourceSerialization;

/// <summary>Finds the case of a union that a C# object belongs to.</summary>
internal static class UnionCases
{
    private const string Discriminator = "Object";

    /// <summary>The schema itself, or the case of it that has this kind; null if absent.</summary>
    public static Schema? Find(Schema schema, SchemaKind kind)
        => Flatten(schema).FirstOrDefault(unionCase => unionCase.Kind == kind);

    /// <summary>
    /// The one property that is set, if the class represents a union: its properties are the cases, and nothing else. Null if the
    /// class represents an object.
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
            throw new UnwritableValueException(
                source.GetType().Name, $"exactly one of its properties must be set, but {set.Length} are");
        }

        var value = (StripeObject)set[0].GetValue(source)!;
        return (set[0].Name, value, unionCases.FirstOrDefault(unionCase => IsOf(value, unionCase)) ?? schema);
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

    /// <summary>Whether a property can be a case: cases are objects with a discriminator.</summary>
    private static bool IsCase(PropertyInfo property)
        => property.PropertyType.IsAssignableTo(typeof(StripeObject)) && property.PropertyType.GetProperty(Discriminator) is not null;

    private static IEnumerable<Schema> Flatten(Schema schema)
        => schema.Kind == SchemaKind.Union ? schema.Cases.SelectMany(Flatten) : [schema];

    /// <summary>Whether the object's discriminators match the schema: <c>object</c>, and whether it is deleted.</summary>
    private static bool IsOf(StripeObject source, Schema unionCase)
    {
        if (unionCase.Find("object")?.Schema.Values is not [var name])
        {
            return false;
        }

        Type type = source.GetType();
        object? discriminator = type.GetProperty(Discriminator)?.GetValue(source);
        string? text = discriminator is null ? null : discriminator as string ?? StripeStructs.EnumText(discriminator);
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
