using Lattice.Generator.Model;
using Microsoft.OpenApi;

namespace Lattice.Generator.Reading;

/// <summary>Reads the schemas of request bodies; their types belong to one operation.</summary>
internal sealed class RequestSchemaReader(SpecInfo spec, BodyFormat format, TypeRegistry registry, ProblemLog problems)
    : SchemaReader(spec, registry, problems)
{
    public BodyFormat Format => format;

    /// <summary>Reads the body of an operation.</summary>
    /// <param name="owner">The class that has the operation.</param>
    /// <param name="method">The name of the operation's method without <c>Async</c>.</param>
    /// <returns>The types, that of the parameters first; <see langword="null"/> if there are none, which has been reported.</returns>
    public TypeGroup? ReadBody(IOpenApiSchema schema, JsonPath path, TypeName owner, string method)
    {
        if (schema is OpenApiSchemaReference { Target: null } reference)
        {
            ReportUnresolved(reference, path);
            return null;
        }

        if (GetBodyRefusal(schema) is { } refusal)
        {
            Unsupported(path, refusal);
            return null;
        }

        ReportFurtherKeys(schema, path);
        string prefix = owner.Name + method;
        TypeName type = owner with { Name = prefix + "Params" };
        if (!Registry.TryTake(type, path))
        {
            return null;
        }

        var types = new List<EmittedType>();
        EquatableArray<Property> properties = ReadProperties(schema, path, type, prefix, types, isBody: true);
        types.Insert(0, new ParamsType(Spec, type, schema.Description ?? "", $"{owner.Qualified}.{method}Async", format, properties));
        return new TypeGroup(types.ToEquatableArray());
    }

    protected override SchemaType? ReadReference(OpenApiSchemaReference reference, JsonPath path, Scope scope) =>
        Unsupported(path, "a $ref in a request body");

    /// <summary>A value that can be cleared, or one of several kinds.</summary>
    protected override SchemaType? ReadUnion(IOpenApiSchema schema, JsonPath path, Scope scope)
    {
        IList<IOpenApiSchema> arms = schema.AnyOf!;
        if (arms.FirstOrDefault(arm => arm is OpenApiSchemaReference) is { } reference)
        {
            return ReadValue(reference, path / "anyOf" / Index(arms, reference), scope);
        }

        List<IOpenApiSchema> objects = arms.Where(IsObject).ToList();
        List<IOpenApiSchema> scalars = arms.Where(arm => !IsObject(arm) && !IsEmptyText(arm)).ToList();
        bool isClearable = arms.Any(IsEmptyText);
        if (isClearable && format == BodyFormat.Json)
        {
            return Unsupported(path, "a value that is cleared by an empty text, in a JSON body,");
        }

        if (objects.Count + scalars.Count != 1 && scalars.Count != 0)
        {
            return ReadKinds(schema, scalars, objects, isClearable, path, scope);
        }

        SchemaType? type = scalars.Count == 1 ? ReadValue(scalars[0], path / "anyOf" / Index(arms, scalars[0]), scope)
            : objects.Count == 1 ? ReadValue(objects[0], path / "anyOf" / Index(arms, objects[0]), scope)
            : objects.Count > 1 ? ReadClass(SchemaFolding.Fold(objects), path, scope)
            : new SchemaType(ValueKind.String);

        if (isClearable && type is { Kind: ValueKind.Secret })
        {
            return Unsupported(path, "a secret that can be cleared");
        }

        return type is null || !isClearable ? type : type with { IsClearable = true };
    }

    protected override SchemaType? ReadObjectWithoutProperties(IOpenApiSchema schema, JsonPath path, Scope scope)
    {
        if (schema.IsFreeForm())
        {
            return new SchemaType(ValueKind.Map, Element: new SchemaType(ValueKind.Json));
        }

        if (schema.AdditionalProperties is null)
        {
            return ReadClass(schema, path, scope);
        }

        SchemaType? value = ReadValue(schema.AdditionalProperties, path / "additionalProperties", scope);
        return value is null ? null
            : IsSupportedElement(value) ? new SchemaType(ValueKind.Map, Element: value)
            : Unsupported(path, $"a map to {value.Kind}");
    }

    protected override SchemaType? ReadUntyped(JsonPath path) => Unsupported(path, "a schema without a type");

    protected override bool IsSupportedElement(SchemaType element) => element.Kind is not (ValueKind.Secret or ValueKind.File);

    // A form has no notation for a time as text, and files are parts of a multipart body.
    protected override bool IsSupportedFormat(ValueKind format, Scope scope) => format switch
    {
        ValueKind.File => Format == BodyFormat.Multipart && scope.IsBody,
        ValueKind.DateTime => Format == BodyFormat.Json,
        _ => true,
    };

    protected override EmittedType MakeObject(TypeName type, IOpenApiSchema schema, EquatableArray<Property> properties) =>
        new ParamsType(Spec, type, schema.Description ?? "", Method: null, format, properties);

    protected override string? GetLiteral(string wireName, IOpenApiSchema schema) => null;

    /// <summary>A class that takes each of the kinds.</summary>
    private SchemaType? ReadKinds(
        IOpenApiSchema schema, List<IOpenApiSchema> scalars, List<IOpenApiSchema> objects, bool isClearable, JsonPath path, Scope scope)
    {
        if (format == BodyFormat.Json)
        {
            return Unsupported(path, "a choice of several types (anyOf) in a JSON body");
        }

        if (scalars.Select(GetRefusal).FirstOrDefault(refusal => refusal is not null) is { } what)
        {
            return Unsupported(path, $"a choice (anyOf) with {what} among the types");
        }

        // What several arms allow is taken once.
        List<string> literals = scalars.SelectMany(GetEnumValues).Distinct().ToList();
        List<SchemaType> kinds = scalars.Where(scalar => scalar.Enum is not { Count: > 0 })
            .Select(scalar => scalar.GetScalarKind()!.Value).Distinct()
            .Select(kind => new SchemaType(kind)).ToList();
        if (kinds.Count == 1 && literals.Count == 0 && objects.Count == 0)
        {
            return kinds[0] with { IsClearable = isClearable };
        }

        var type = new TypeName(scope.Namespace, scope.TypeName);
        if (!Registry.TryTake(type, path))
        {
            return null;
        }

        int index = scope.Types.Count;
        List<UnionArm> arms = kinds.ConvertAll(kind => new UnionArm(kind));
        arms.AddRange(ReadMembers(schema, literals, type)
            .Select(member => new UnionArm(new SchemaType(ValueKind.String), member.Name, member.Value)));
        Scope objectScope = scope with { TypeName = Identifiers.UnionObject(type.Name) };
        if (objects.Count > 0 && ReadClass(SchemaFolding.Fold(objects), path, objectScope) is { } @object)
        {
            arms.Add(new UnionArm(@object));
        }

        scope.Types.Insert(index, new UnionType(Spec, type, schema.Description ?? "", isClearable, arms.ToEquatableArray()));
        return new SchemaType(ValueKind.Union, type);
    }

    /// <summary>What a body is that no class has the parameters of; <see langword="null"/> for an object.</summary>
    private static string? GetBodyRefusal(IOpenApiSchema schema) =>
        schema.IsCombined() ? "a body of several schemas (anyOf, oneOf, allOf)"
        : schema.Type is not null && !schema.Has(JsonSchemaType.Object) ? "a body that is no object"
        : schema.AdditionalProperties is not null && schema.Properties is not { Count: > 0 } ? "a body that is a map"
        : null;

    /// <summary>What a schema is that no choice takes; <see langword="null"/> for one that it takes.</summary>
    private static string? GetRefusal(IOpenApiSchema schema) => schema switch
    {
        OpenApiSchemaReference => "a $ref",
        _ when schema.IsSensitive() => "a secret",
        _ when schema.IsCombined() => "another choice",
        _ when schema.Has(JsonSchemaType.Array) => "a list",
        _ when schema.Has(JsonSchemaType.Object) => "a map",
        _ when schema.Enum is { Count: > 0 } => null,
        _ => schema.GetScalarKind() switch
        {
            ValueKind.String or ValueKind.Integer or ValueKind.Number or ValueKind.Boolean or ValueKind.UnixTime => null,
            null => "a schema without a single type",
            _ => $"the format \"{schema.Format}\"",
        },
    };

    private static string Index(IList<IOpenApiSchema> arms, IOpenApiSchema arm) =>
        arms.IndexOf(arm).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsObject(IOpenApiSchema schema) =>
        schema.Has(JsonSchemaType.Object) && schema.AdditionalProperties is null && !schema.IsFreeForm();

    private static bool IsEmptyText(IOpenApiSchema schema) =>
        schema.Has(JsonSchemaType.String) && GetEnumValues(schema) is { Count: 1 } values && values[0].Length == 0;
}
