using Lattice.Generator.Model;
using Microsoft.OpenApi;

namespace Lattice.Generator.Reading;

/// <summary>Reads the schemas of answers. Each component becomes a class of its own, read once, whoever refers to it.</summary>
internal sealed class AnswerSchemaReader(SpecInfo spec, TypeRegistry registry, ProblemLog problems) : SchemaReader(spec, registry, problems)
{
    private readonly Dictionary<string, TypeName?> _known = new(StringComparer.Ordinal);
    private readonly Queue<(string Id, TypeName Type, OpenApiSchemaReference Schema)> _unread = new();

    /// <summary>The class of a component; it is read later, by <see cref="ReadComponents"/>.</summary>
    public TypeName? GetComponent(OpenApiSchemaReference reference, JsonPath path)
    {
        string component = reference.Reference.Id!;
        if (!_known.TryGetValue(component, out TypeName? type))
        {
            type = new ResourceId(GetResourceId(reference)).GetTypeName(Spec.RootNamespace);
            if (reference.Extensions.GetString("x-lattice-name") is { } name)
            {
                type = type with { Name = name };
            }

            if (Registry.TryTake(type, JsonPath.Root / "components" / "schemas" / component))
            {
                _unread.Enqueue((component, type, reference));
            }
            else
            {
                type = null;
            }

            _known.Add(component, type);
        }

        return type;
    }

    public static string GetResourceId(OpenApiSchemaReference reference) =>
        reference.Extensions.GetString("x-resourceId") ?? reference.Reference.Id!;

    /// <summary>Reads the components that were asked for, and those that these refer to.</summary>
    /// <param name="operations">The operations that answer a class.</param>
    public IEnumerable<TypeGroup> ReadComponents(ILookup<TypeName, Operation> operations)
    {
        while (_unread.Count > 0)
        {
            (string id, TypeName type, OpenApiSchemaReference schema) = _unread.Dequeue();
            JsonPath path = JsonPath.Root / "components" / "schemas" / id;
            var types = new List<EmittedType>();
            EquatableArray<Property> properties = ReadProperties(schema, path, type, type.Name, types);
            EquatableArray<Operation> own = operations[type].ToEquatableArray();
            types.Insert(0, new ObjectType(Spec, type, schema.Description ?? "", IsResource: own.Count > 0, properties, own));
            yield return new TypeGroup(types.ToEquatableArray());
        }
    }

    protected override SchemaType? ReadReference(OpenApiSchemaReference reference, JsonPath path, Scope scope)
    {
        if ((reference.Type & JsonSchemaType.Object) == 0 || reference.Properties is not { Count: > 0 })
        {
            return Unsupported(path, $"the schema '{reference.Reference.Id}', which is no object with properties,");
        }

        return GetComponent(reference, path) is { } type ? new SchemaType(ValueKind.Object, type) : null;
    }

    protected override SchemaType? ReadObjectWithoutProperties(IOpenApiSchema schema, JsonPath path) =>
        schema.AdditionalProperties switch
        {
            { } values when (values.Type & ~JsonSchemaType.Null) == JsonSchemaType.String =>
                new SchemaType(ValueKind.Map, Element: new SchemaType(ValueKind.String)),
            { } => Unsupported(path, "a map to anything but strings"),
            null => new SchemaType(ValueKind.Json),
        };

    protected override EmittedType MakeObject(TypeName type, IOpenApiSchema schema, EquatableArray<Property> properties) =>
        new ObjectType(Spec, type, schema.Description ?? "", IsResource: false, properties, default);

    // Every object says what it is; a type for the one value would be of no use.
    protected override string? GetLiteral(string wireName, IOpenApiSchema schema) =>
        wireName == "object" && schema.Enum is { Count: 1 } ? GetEnumValues(schema)[0] : null;
}
