using Lattice.Spec.Model;
using Lattice.Spec.Naming;
using Lattice.Spec.OpenApi;
using Lattice.Spec.Stripe;

namespace Lattice.Spec.Reading;

/// <summary>Reads the schemas of request bodies; their types belong to one operation.</summary>
internal sealed class RequestSchemaReader(SpecInfo spec, BodyFormat format, TypeRegistry registry, DiagnosticBag diagnostics)
    : SchemaReader(spec, registry, diagnostics)
{
    public BodyFormat Format => format;

    /// <summary>Reads the body of an operation.</summary>
    /// <param name="owner">The class that has the operation.</param>
    /// <param name="method">The name of the operation's method without <c>Async</c>.</param>
    /// <returns>The types, that of the parameters first; <see langword="null"/> if there are none, which has been reported.</returns>
    public TypeGroup? ReadBody(SpecSchema schema, TypeName owner, string method)
    {
        if (schema.Target is null)
        {
            ReportUnresolved(schema);
            return null;
        }

        if (GetBodyError(schema) is { } error)
        {
            Unsupported(schema, error);
            return null;
        }

        ReportAdditionalProperties(schema);
        string prefix = owner.Name + method;
        TypeName type = owner with { Name = prefix + "Params" };
        if (!Registry.TryReserve(type, schema.Node))
        {
            return null;
        }

        var types = new List<EmittedType>();
        EquatableArray<Property> properties = ReadProperties(schema, type, prefix, types, isBody: true);
        types.Insert(0, new ParamsType(Spec, type, schema.Description ?? "", $"{owner.Qualified}.{MethodSignature.GetName(method)}", format, properties));
        return new TypeGroup(types.ToEquatableArray());
    }

    protected override TypeRef? ReadReference(SpecSchema reference, Scope scope) => ReadInPlace(reference, scope);

    /// <summary>A value that can be cleared, or one of several kinds.</summary>
    protected override TypeRef? ReadUnion(SpecSchema schema, Scope scope)
    {
        IReadOnlyList<SpecSchema> subschemas = schema.AnyOf;
        if (subschemas.FirstOrDefault(subschema => subschema.Target is null) is { } unresolved)
        {
            return ReportUnresolved(unresolved);
        }

        return ReadWithin(subschemas, schema, () => ReadSubschemas(schema, subschemas, scope));
    }

    private TypeRef? ReadSubschemas(SpecSchema schema, IReadOnlyList<SpecSchema> subschemas, Scope scope)
    {
        List<SpecSchema> objects = [.. subschemas.Where(IsObject)];
        List<SpecSchema> scalars = [.. subschemas.Where(subschema => !IsObject(subschema) && !IsEmptyText(subschema))];
        bool isClearable = subschemas.Any(IsEmptyText);
        if (isClearable && format == BodyFormat.Json)
        {
            return Unsupported(schema, "a value that is cleared by an empty text, in a JSON body,");
        }

        if (objects.Count + scalars.Count != 1 && scalars.Count != 0)
        {
            return ReadSubschemas(schema, scalars, objects, isClearable, scope);
        }

        TypeRef? type = scalars.Count == 1 ? ReadValue(scalars[0].Target!, scope)
            : objects.Count == 1 ? ReadValue(objects[0].Target!, scope)
            : objects.Count > 1 ? ReadClass(SchemaMerger.Merge(objects), scope)
            : new TypeRef(ValueKind.String);

        return type is null || !isClearable ? type : type with { IsClearable = true };
    }

    protected override TypeRef? ReadObjectWithoutProperties(SpecSchema schema, Scope scope)
    {
        if (schema.IsFreeForm)
        {
            return new TypeRef(ValueKind.Map, Element: new TypeRef(ValueKind.Json));
        }

        if (schema.AdditionalProperties is not { } values)
        {
            return ReadClass(schema, scope);
        }

        return ReadMap(schema, values, IsSupportedElement, scope);
    }

    protected override TypeRef? ReadUntyped(SpecSchema schema) => Unsupported(schema, "a schema without a type");

    protected override bool IsSupportedElement(TypeRef element) => element.Kind is not (ValueKind.Secret or ValueKind.File);

    // A form has no notation for a time as text, and files are parts of a multipart body.
    protected override bool IsSupportedFormat(ValueKind format, Scope scope) => format switch
    {
        ValueKind.File => Format == BodyFormat.Multipart && scope.IsBody,
        ValueKind.DateTime => Format == BodyFormat.Json,
        _ => true,
    };

    protected override EmittedType CreateObject(TypeName type, SpecSchema schema, EquatableArray<Property> properties) =>
        new ParamsType(Spec, type, schema.Description ?? "", Method: null, format, properties);

    protected override string? GetConst(string property, SpecSchema schema) => null;

    /// <summary>A class that takes each of the kinds.</summary>
    private TypeRef? ReadSubschemas(SpecSchema schema, List<SpecSchema> scalars, List<SpecSchema> objects, bool isClearable, Scope scope)
    {
        if (format == BodyFormat.Json)
        {
            return Unsupported(schema, "a value of several types (anyOf) in a JSON body");
        }

        if (scalars.Select(GetApiError).FirstOrDefault(error => error is not null) is { } what)
        {
            return Unsupported(schema, $"anyOf with {what} among the types");
        }

        // What several subschemas allow is taken once.
        List<string> constants = [.. scalars.SelectMany(scalar => scalar.EnumValues).Distinct()];
        List<TypeRef> kinds = [.. scalars.Where(scalar => scalar.EnumValues.Count == 0)
            .Select(scalar => scalar.GetScalarKind()!.Value).Distinct()
            .Select(kind => new TypeRef(kind))];
        if (kinds.Count == 1 && constants.Count == 0 && objects.Count == 0)
        {
            return kinds[0] with { IsClearable = isClearable };
        }

        var type = new TypeName(scope.Namespace, scope.TypeName);
        if (!Registry.TryReserve(type, schema.Node))
        {
            return null;
        }

        int index = scope.Types.Count;
        List<RequestUnionCase> cases = kinds.ConvertAll(kind => new RequestUnionCase(kind));
        cases.AddRange(ReadMembers(schema, constants, type)
            .Select(member => new RequestUnionCase(new TypeRef(ValueKind.String), member.Name, member.Value)));
        Scope objectScope = scope with { TypeName = Identifiers.UnionObject(type.Name) };
        if (objects.Count > 0 && ReadClass(SchemaMerger.Merge(objects), objectScope) is { } @object)
        {
            cases.Add(new RequestUnionCase(@object));
        }

        scope.Types.Insert(index, new RequestUnionType(Spec, type, schema.Description ?? "", isClearable, cases.ToEquatableArray()));
        return new TypeRef(ValueKind.Union, type);
    }

    /// <summary>What a body is that no class has the parameters of; <see langword="null"/> for an object.</summary>
    private static string? GetBodyError(SpecSchema schema) =>
        schema.IsCombined ? "a body of several schemas (anyOf, oneOf, allOf)"
        : schema.Types != SchemaTypes.None && !schema.Has(SchemaTypes.Object) ? "a body that is not an object"
        : schema.AdditionalProperties is not null && !schema.HasProperties ? "a body that is a map"
        : null;

    /// <summary>What a schema is that cannot be one of several; <see langword="null"/> for one that can.</summary>
    private static string? GetApiError(SpecSchema schema) => schema switch
    {
        _ when SecretRules.IsSecret(schema) => "a secret",
        _ when schema.IsCombined => "another anyOf",
        _ when schema.Has(SchemaTypes.Array) => "a list",
        _ when schema.Has(SchemaTypes.Object) => "a map",
        _ when schema.EnumValues.Count > 0 => null,
        _ => schema.GetScalarKind() switch
        {
            ValueKind.String or ValueKind.Integer or ValueKind.Number or ValueKind.Boolean or ValueKind.UnixTime => null,
            null => "a schema without a single type",
            _ => $"the format \"{schema.Format}\"",
        },
    };

    private static bool IsObject(SpecSchema schema) => schema.Has(SchemaTypes.Object) && schema.AdditionalProperties is null && !schema.IsFreeForm;

    private static bool IsEmptyText(SpecSchema schema) => schema.Has(SchemaTypes.String) && schema.EnumValues is [""];
}
