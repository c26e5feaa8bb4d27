using Microsoft.OpenApi;

namespace Lattice.Conformance.SpecReading;

/// <summary>
/// Reads the specification with the OpenAPI library too, and reports the differences: in the POSTs, and in the schemas of create operations
/// the properties, which of them are required or nullable, and the types.
/// </summary>
internal sealed class SecondOpinion
{
    private readonly HashSet<ObjectShape> _compared = [];
    private readonly List<string> _differences = [];

    /// <returns>The differences, each with its create operation or <see langword="null"/>.</returns>
    public static IEnumerable<(string? Create, string Difference)> Compare(SpecDocument spec) => Compare(spec, spec.Text);

    internal static IEnumerable<(string? Create, string Difference)> Compare(SpecDocument spec, string text)
    {
        OpenApiPaths paths = OpenApiDocument.Parse(text, "json").Document?.Paths ?? [];
        string[] posts = [.. paths.Where(path => Find(path.Value) is not null).Select(path => path.Key)];
        foreach (string path in posts.Except(CreateRules.GetPosts(spec).Select(post => post.Path))
            .Concat(CreateRules.GetPosts(spec).Select(post => post.Path).Except(posts)))
        {
            yield return (null, $"only one reader finds POST {path}");
        }

        var opinion = new SecondOpinion();
        foreach (CreateOperation create in spec.Creates.Where(create => posts.Contains(create.Path)))
        {
            opinion.Compare(create, Find(paths[create.Path])!);
            foreach (string difference in opinion._differences)
            {
                yield return (create.Name, difference);
            }

            opinion._differences.Clear();
        }
    }

    private static OpenApiOperation? Find(IOpenApiPathItem path) => path.Operations?.GetValueOrDefault(HttpMethod.Post);

    private void Compare(CreateOperation create, OpenApiOperation operation)
    {
        string? mediaType = create.BodyKind switch
        {
            BodyKind.Form => "application/x-www-form-urlencoded",
            BodyKind.Json => "application/json",
            BodyKind.Multipart => "multipart/form-data",
            _ => null,
        };
        if (mediaType is not null)
        {
            Compare(create.Body!, operation.RequestBody?.Content?[mediaType].Schema, "body");
        }

        if (create.Response is { } response)
        {
            Compare(response, operation.Responses?["200"].Content?["application/json"].Schema, "response");
        }
    }

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

    private void CompareNames(string what, IEnumerable<string> own, IEnumerable<string> other, string path)
    {
        string[] names = [.. own];
        string[] others = [.. other];
        if (names.Except(others).Concat(others.Except(names)).ToArray() is { Length: > 0 } different)
        {
            Add(path, $"{what} differ: {string.Join(", ", different)}");
        }
    }

    private void Add(string path, string reading) => _differences.Add($"{path}: the OpenAPI library reads it differently: {reading}");

    private static bool IsEmptyText(IOpenApiSchema schema) => schema.Enum is [{ } only] && only.ToString().Length == 0;
}
