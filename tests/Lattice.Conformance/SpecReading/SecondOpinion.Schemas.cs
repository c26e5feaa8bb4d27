using Microsoft.OpenApi;

namespace Lattice.Conformance.SpecReading;

/// <content>The comparison of schemas.</content>
internal sealed partial class SecondOpinion
{
    private readonly HashSet<ObjectShape> _compared = [];

    private void Compare(Shape shape, IOpenApiSchema? source, string path)
    {
        if (source is null)
        {
            Add(path, "no schema");
            return;
        }

        IOpenApiSchema[] unionCases = [.. (source.AnyOf ?? []).Where(unionCase => !IsEmptyText(unionCase))];
        if (unionCases.Length == 1)
        {
            Compare(shape, unionCases[0], path);
            return;
        }

        switch (shape)
        {
            case ClearableShape clearable:
                Compare(clearable.Inner, source, path);
                break;
            case AnyOfShape union:
                CompareAll(union.Cases, unionCases, path);
                break;
            case UnionShape union:
                CompareAll(union.Cases, unionCases, path);
                break;
            case ExpandableShape expandable
                when unionCases.Where(unionCase => unionCase.Type != JsonSchemaType.String).ToArray() is [var target]:
                Compare(expandable.Target, target, path);
                break;
            case ObjectShape { Merged.Count: > 0 } merged:
                CompareAll(merged.Merged, unionCases, path);
                break;
            case ObjectShape known:
                CompareObject(known, source, path);
                break;
            case ListShape list:
                CompareType(JsonSchemaType.Array, null, source, path);
                Compare(list.Element, source.Items, path + "[]");
                break;
            case MapShape map:
                CompareType(JsonSchemaType.Object, null, source, path);
                Compare(map.Value, source.AdditionalProperties, path + "{}");
                break;
            default:
                CompareScalar(shape, source, path);
                break;
        }
    }

    // Merged subschemas, and those that are not in the file, have no counterpart.
    private void CompareAll(IReadOnlyList<Shape> shapes, IOpenApiSchema[] unionCases, string path)
    {
        if (shapes.Count == unionCases.Length)
        {
            foreach ((Shape shape, IOpenApiSchema unionCase) in shapes.Zip(unionCases))
            {
                Compare(shape, unionCase, path);
            }
        }
    }

    private void CompareObject(ObjectShape shape, IOpenApiSchema source, string path)
    {
        if (!_compared.Add(shape))
        {
            return;
        }

        IDictionary<string, IOpenApiSchema> properties = source.Properties ?? new Dictionary<string, IOpenApiSchema>();
        CompareNames("the properties", shape.Properties.Select(property => property.Name), properties.Keys, path);
        CompareNames(
            "the required properties",
            shape.Properties.Where(property => property.IsRequired).Select(property => property.Name),
            (source.Required ?? new HashSet<string>()).Intersect(properties.Keys),
            path);
        foreach (PropertyShape property in shape.Properties.Where(property => properties.ContainsKey(property.Name)))
        {
            IOpenApiSchema other = properties[property.Name];
            string location = $"{path}.{property.Name}";

            // The library drops "nullable" if there is no type.
            if (other is not OpenApiSchemaReference && other.Type is { } type && type.HasFlag(JsonSchemaType.Null) != property.IsNullable)
            {
                Add(location, property.IsNullable ? "not nullable" : "nullable");
            }

            Compare(property.Shape, other, location);
        }
    }

    private void CompareScalar(Shape shape, IOpenApiSchema source, string path)
    {
        (JsonSchemaType? Type, string? Format) expected = shape switch
        {
            TextShape or EnumShape => (JsonSchemaType.String, source.Format),
            IntegerShape => (JsonSchemaType.Integer, source.Format == "unix-time" ? null : source.Format),
            Int64StringShape => (JsonSchemaType.String, "int64"),
            NumberShape => (JsonSchemaType.Number, source.Format),
            DecimalStringShape => (JsonSchemaType.String, "decimal"),
            BooleanShape => (JsonSchemaType.Boolean, source.Format),
            UnixTimeShape => (JsonSchemaType.Integer, "unix-time"),
            DateTimeShape => (JsonSchemaType.String, "date-time"),
            FileShape => (JsonSchemaType.String, "binary"),
            _ => (null, null),
        };
        if (expected.Type is { } type && source.AnyOf is not { Count: > 0 })
        {
            CompareType(type, expected.Format, source, path);
        }

        if (shape is EnumShape known)
        {
            CompareNames("the values", known.Values, (source.Enum ?? []).Select(value => value?.ToString() ?? ""), path);
        }
    }

    private void CompareType(JsonSchemaType type, string? format, IOpenApiSchema source, string path)
    {
        if ((source.Type & ~JsonSchemaType.Null) != type || (format ?? source.Format) != source.Format)
        {
            Add(path, $"{source.Type} {source.Format}".Trim());
        }
    }

    private static bool IsEmptyText(IOpenApiSchema schema) => schema.Enum is [{ } only] && only.ToString().Length == 0;
}
