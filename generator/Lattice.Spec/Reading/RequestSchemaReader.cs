using Lattice.Spec.Json;
using Lattice.Spec.Model;
using Lattice.Spec.Naming;
using Lattice.Spec.OpenApi;
using Lattice.Spec.Stripe;

namespace Lattice.Spec.Reading;

/// <summary>Reads the schema of a request's body or query. Its types belong to one operation.</summary>
internal sealed class RequestSchemaReader(SpecInfo spec, BodyFormat format, TypeRegistry registry, DiagnosticBag diagnostics)
    : SchemaReader(spec, registry, diagnostics)
{
    /// <summary>Reads the parameters of an operation: an object that is its body, or that stands for its query.</summary>
    /// <param name="owner">The class that has the operation.</param>
    /// <param name="method">The name of the operation's method without <c>Async</c>.</param>
    /// <returns>
    /// The types, that of all parameters first; <see langword="null"/> if the body is not supported, which has been reported.
    /// </returns>
    public TypeGroup? ReadParameters(SpecSchema schema, TypeName owner, string method)
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
        string qualifiedMethod = $"{owner.Qualified}.{MethodSignature.GetName(method)}";
        types.Insert(0, CreateParams(type, schema, qualifiedMethod, properties));
        return new TypeGroup(types.ToEquatableArray());
    }

    protected override TypeRef? ReadReference(SpecSchema reference, Scope scope) => ReadInPlace(reference, scope);

    /// <summary>Reads a value that can be cleared, or that has one of several types.</summary>
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
        List<SpecSchema> scalars = [.. subschemas.Where(subschema => !IsObject(subschema) && !IsEmptyString(subschema))];
        bool isClearable = subschemas.Any(IsEmptyString);
        if (isClearable && format == BodyFormat.Json)
        {
            return Unsupported(schema, "an empty string that clears a value is not supported in a JSON body");
        }

        if (objects.Count + scalars.Count != 1 && scalars.Count != 0)
        {
            return ReadCases(schema, scalars, objects, isClearable, scope);
        }

        TypeRef? type = scalars.Count == 1 ? ReadValue(scalars[0].Target!, scope)
            : objects.Count == 1 ? ReadValue(objects[0].Target!, scope)
            : objects.Count > 1 ? ReadClass(SchemaMerger.Merge(objects), scope)
            : new TypeRef(ValueKind.String);

        return type is null || !isClearable ? type
            : type.Kind == ValueKind.Union ? MakeClearable(type, scope)
            : type.Kind == ValueKind.File ? Unsupported(schema, "an empty string that clears a file is not supported")
            : type with { IsClearable = true };
    }

    /// <summary>Makes a union within "anyOf" clearable. A union has a case for that, unlike any other type.</summary>
    private static TypeRef MakeClearable(TypeRef type, Scope scope)
    {
        int index = scope.Types.FindIndex(union => union.Type == type.Type);
        scope.Types[index] = (RequestUnionType)scope.Types[index] with { IsClearable = true };
        return type;
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

    protected override TypeRef? ReadUntyped(SpecSchema schema) => Unsupported(schema, "a schema without a type is not supported");

    protected override bool IsSupportedElement(TypeRef element) => element.Kind is not (ValueKind.Secret or ValueKind.File);

    protected override (ValueLocations Locations, string Name) GetLocation(Scope scope) => format switch
    {
        BodyFormat.None => (ValueLocations.Form, "in a query"),
        BodyFormat.Json => (ValueLocations.Json, "in a JSON body"),
        BodyFormat.Multipart when scope.IsBody => (ValueLocations.Form | ValueLocations.Part, "in a multipart body"),
        BodyFormat.Multipart => (ValueLocations.Form, "in a nested object of a multipart body"),
        _ => (ValueLocations.Form, "in a form body"),
    };

    protected override EmittedType CreateObject(TypeName type, SpecSchema schema, EquatableArray<Property> properties) =>
        CreateParams(type, schema, method: null, properties);

    private ParamsType CreateParams(TypeName type, SpecSchema schema, string? method, EquatableArray<Property> properties) =>
        new(Spec, type, schema.Description ?? "", method, format, properties, ReadExclusive(schema, properties));

    private EquatableArray<EquatableArray<string>> ReadExclusive(SpecSchema schema, EquatableArray<Property> properties)
    {
        var groups = new List<EquatableArray<string>>();
        foreach (JsonValue declared in schema.Find(OpenApiKeywords.Exclusive)?.Items ?? [])
        {
            List<string> names = [.. declared.Items
                .Select(name => properties.FirstOrDefault(property => property.WireName == name.String)?.Name)
                .OfType<string>()
                .Distinct()];
            if (names.Count == declared.Items.Count && names.Count > 1)
            {
                groups.Add(names.ToEquatableArray());
            }
            else
            {
                Diagnostics.Add(
                    DiagnosticRules.InvalidExtension,
                    declared,
                    $"\"{OpenApiKeywords.Exclusive}\" must have groups of two or more names of properties");
            }
        }

        return groups.ToEquatableArray();
    }

    protected override string? GetConst(string property, SpecSchema schema) => null;

    /// <summary>Reads a union with a case for each type, each constant, and the objects.</summary>
    private TypeRef? ReadCases(SpecSchema schema, List<SpecSchema> scalars, List<SpecSchema> objects, bool isClearable, Scope scope)
    {
        if (format == BodyFormat.Json)
        {
            return Unsupported(schema, "\"anyOf\" with several types is not supported in a JSON body");
        }

        if (scalars.Select(FindUnsupported).FirstOrDefault(found => found is not null) is { } unsupported)
        {
            return Unsupported(schema, $"\"anyOf\" with {unsupported} is not supported");
        }

        List<string> constants = [.. scalars.SelectMany(scalar => scalar.EnumValues).Distinct()];
        List<TypeRef> types = [.. scalars.Where(scalar => scalar.EnumValues.Count == 0)
            .Select(scalar => ScalarValue.Find(scalar)!.Kind).Distinct()
            .Select(kind => new TypeRef(kind))];
        if (types.Count == 1 && constants.Count == 0 && objects.Count == 0)
        {
            return types[0] with { IsClearable = isClearable };
        }

        var type = new TypeName(scope.Namespace, scope.TypeName);
        if (!Registry.TryReserve(type, scope.Collection ?? schema.Node))
        {
            return null;
        }

        int index = scope.Types.Count;
        List<RequestUnionCase> cases = types.ConvertAll(value => new RequestUnionCase(value));
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

    /// <summary>Why a class cannot have the parameters of the body; <see langword="null"/> if it can.</summary>
    private static string? GetBodyError(SpecSchema schema) =>
        schema.IsCombined ? "a body with \"anyOf\", \"oneOf\", or \"allOf\" is not supported"
        : schema.Types != SchemaTypes.None && !schema.Has(SchemaTypes.Object) ? "a body that is not an object is not supported"
        : schema.AdditionalProperties is not null && !schema.HasProperties ? "a body that is a map is not supported"
        : null;

    /// <summary>The description of a schema that cannot be a case of a union; <see langword="null"/> if it can.</summary>
    private static string? FindUnsupported(SpecSchema schema) =>
        SecretRules.IsSecret(schema) ? "a secret"
        : schema.IsCombined ? "a nested \"anyOf\", \"oneOf\", or \"allOf\""
        : schema.Has(SchemaTypes.Array) ? "an array"
        : schema.Has(SchemaTypes.Object) ? "a map"
        : schema.EnumValues.Count > 0 ? null
        : ScalarValue.Find(schema) is not { } scalar ? "a schema without a single type"
        : scalar.IsSupportedIn(ValueLocations.UnionCase) ? null
        : $"the format \"{schema.Format}\"";

    private static bool IsObject(SpecSchema schema) =>
        schema.Has(SchemaTypes.Object) && schema.AdditionalProperties is null && !schema.IsFreeForm;

    private static bool IsEmptyString(SpecSchema schema) => schema.Has(SchemaTypes.String) && schema.EnumValues is [""];
}
