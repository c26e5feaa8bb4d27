namespace Lattice.Conformance.SpecReading;

/// <summary>
/// Reads the parameters of an operation outside its path. Those of a GET are in its query, and those of a POST in its body. Those of a
/// DELETE are specified as a form, but sent in the query; only a JSON body of API v2 is a body.
/// </summary>
internal static class ParameterReader
{
    private static readonly (BodyKind Kind, string MediaType)[] s_kinds =
    [
        (BodyKind.Form, "application/x-www-form-urlencoded"),
        (BodyKind.Json, "application/json"),
        (BodyKind.Multipart, "multipart/form-data"),
    ];

    public static (BodyKind Kind, ObjectShape? Parameters) Read(SpecDocument spec, SpecifiedOperation specified)
    {
        (BodyKind kind, ObjectShape? body) = ReadBody(spec, specified);
        if (specified.Method == HttpMethod.Post || (specified.Method == HttpMethod.Delete && kind == BodyKind.Json && HasAny(body)))
        {
            return (kind, body);
        }

        PropertyShape[] properties = [.. ReadQuery(spec, specified).Concat(body?.Properties ?? [])
            .DistinctBy(property => property.Name)
            .OrderBy(property => property.Name, StringComparer.Ordinal)];
        return (BodyKind.None, properties.Length == 0 ? null : new ObjectShape(specified.Path, new(() => properties)));
    }

    private static (BodyKind Kind, ObjectShape? Body) ReadBody(SpecDocument spec, SpecifiedOperation specified)
    {
        foreach ((BodyKind kind, string mediaType) in s_kinds)
        {
            if (specified.Operation.Find("requestBody", "content", mediaType, "schema") is { } schema)
            {
                return (kind, spec.ParameterShapes.Read(schema, specified.Path) as ObjectShape);
            }
        }

        return (BodyKind.None, null);
    }

    // A parameter of the operation comes first, because it overrides the parameter of the path with the same name.
    private static IEnumerable<PropertyShape> ReadQuery(SpecDocument spec, SpecifiedOperation specified) =>
        from parameter in specified.Operation.Items("parameters").Concat(specified.Item.Items("parameters"))
        where parameter.FindText("in") == "query"
        let name = parameter.FindText("name")!
        let schema = parameter.Find("schema")!.Value
        select new PropertyShape(
            name, spec.ParameterShapes.Read(schema, $"{specified.Path}.{name}"), parameter.HasFlag("required"), IsNullable: false);

    private static bool HasAny(ObjectShape? body) => body?.Properties.Count > 0;
}
