using Lattice.Generator.Model;
using Microsoft.OpenApi;

namespace Lattice.Generator.Reading;

/// <summary>Reads the schemas of request bodies; their types belong to one operation.</summary>
internal sealed class RequestSchemaReader(SpecInfo spec, TypeRegistry registry, ProblemLog problems) : SchemaReader(spec, registry, problems)
{
    /// <summary>Reads the body of an operation.</summary>
    /// <param name="resource">The class that the operation answers.</param>
    /// <param name="method">The name of the operation's method without <c>Async</c>.</param>
    /// <returns>The types, that of the parameters first; <see langword="null"/> if its name is taken, which has been reported.</returns>
    public TypeGroup? ReadBody(IOpenApiSchema schema, JsonPath path, TypeName resource, string method)
    {
        string prefix = resource.Name + method;
        TypeName type = resource with { Name = prefix + "Params" };
        if (!Registry.TryTake(type, path))
        {
            return null;
        }

        var types = new List<EmittedType>();
        EquatableArray<Property> properties = ReadProperties(schema, path, type, prefix, types);
        types.Insert(0, new ParamsType(Spec, type, schema.Description ?? "", $"{resource.Qualified}.{method}Async", properties));
        return new TypeGroup(types.ToEquatableArray());
    }

    protected override SchemaType? ReadReference(OpenApiSchemaReference reference, JsonPath path, Scope scope) =>
        Unsupported(path, "a $ref in a request body");

    protected override SchemaType? ReadObjectWithoutProperties(IOpenApiSchema schema, JsonPath path) =>
        schema.AdditionalProperties is { } values && (values.Type & ~JsonSchemaType.Null) == JsonSchemaType.String
            ? new SchemaType(ValueKind.Map, Element: new SchemaType(ValueKind.String))
            : Unsupported(path, "an object without properties");

    protected override EmittedType MakeObject(TypeName type, IOpenApiSchema schema, EquatableArray<Property> properties) =>
        new ParamsType(Spec, type, schema.Description ?? "", Method: null, properties);

    protected override string? GetLiteral(string wireName, IOpenApiSchema schema) => null;
}
