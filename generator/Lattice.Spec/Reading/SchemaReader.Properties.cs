using Lattice.Spec.Model;
using Lattice.Spec.Naming;
using Lattice.Spec.OpenApi;
using Lattice.Spec.Stripe;

namespace Lattice.Spec.Reading;

/// <content>Classes and their properties.</content>
internal abstract partial class SchemaReader
{
    /// <summary>Reads an object with properties into its own class.</summary>
    protected TypeRef? ReadClass(SpecSchema schema, Scope scope)
    {
        var type = new TypeName(scope.Namespace, scope.TypeName);
        if (!registry.TryReserve(type, scope.Collection ?? schema.Node))
        {
            return null;
        }

        // The class comes before the types of its properties.
        int index = scope.Types.Count;
        EquatableArray<Property> properties = ReadProperties(schema, type, scope.TypeName, scope.Types);
        scope.Types.Insert(index, CreateObject(type, schema, properties));
        return new TypeRef(ValueKind.Object, type);
    }

    /// <summary>Reads the properties of an object, in the order of their names: the order of keys in a file has no meaning.</summary>
    /// <param name="names">The names that the owner already uses.</param>
    protected EquatableArray<Property> ReadProperties(
        SpecSchema schema, TypeName owner, string prefix, List<EmittedType> types, bool isBody = false, MemberNames? names = null)
    {
        var properties = new List<Property>();
        names ??= new MemberNames(owner, diagnostics);
        HashSet<string> required = [.. schema.Required];
        foreach (KeyValuePair<string, SpecSchema> entry in schema.Properties.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            string name = GetName(entry.Key, entry.Value, owner);
            if (!names.TryReserve(name, entry.Key, entry.Value.Node))
            {
                continue;
            }

            int typesBefore = types.Count;
            var scope = new Scope(
                owner.Namespace,
                ReservedNames.GetNestedTypeName(prefix + name),
                ReservedNames.GetNestedTypeName(prefix + Identifiers.Singular(name)),
                types,
                isBody);
            if (ReadValue(entry.Value, scope, entry.Key) is { } type)
            {
                string? successor = FindSuccessor(entry.Value, schema, owner, prefix);
                properties.Add(CreateProperty(entry.Key, name, type, entry.Value, required.Contains(entry.Key), successor));
            }
            else
            {
                names.Release(name);
                RemoveTypes(types, typesBefore);
            }
        }

        return properties.ToEquatableArray();
    }

    private Property CreateProperty(
        string wireName, string name, TypeRef type, SpecSchema schema, bool isRequired, string? successor) => new(
        wireName,
        name,
        type,
        schema.Description ?? "",
        isRequired,
        schema.IsNullable,
        GetMaxLength(schema),
        type.Kind == ValueKind.String ? GetConst(wireName, schema) : null,
        type.Kind == ValueKind.String ? IdPrefixes.FindResourceOfParameter(wireName) : null,
        schema.IsDeprecated ? Deprecation.Describe(successor ?? schema.FindOwn(OpenApiKeywords.ReplacedBy)?.String) : null,
        schema.IsDeprecated ? successor : null);

    /// <summary>The length of the longest string that all subschemas or the items allow.</summary>
    private static int? GetMaxLength(SpecSchema schema)
    {
        if (schema.Items is { } items)
        {
            return items.MaxLength;
        }

        List<SpecSchema> strings =
            [.. schema.AnyOf.Where(subschema => subschema.Has(SchemaTypes.String) && subschema.EnumValues.Count == 0)];
        return strings.Count == 0 ? schema.MaxLength
            : strings.TrueForAll(subschema => subschema.MaxLength is not null) ? strings.Max(subschema => subschema.MaxLength)
            : null;
    }

    /// <summary>
    /// What replaces a deprecated property: another property, or one within it, by their names in C#; <see langword="null"/> if there is
    /// none with the declared name.
    /// </summary>
    private string? FindSuccessor(SpecSchema schema, SpecSchema parent, TypeName owner, string prefix)
    {
        var path = new List<string>();
        SpecSchema? current = parent;
        foreach (string name in schema.FindOwn(OpenApiKeywords.ReplacedBy)?.String?.Split('.') ?? [])
        {
            if (current?.FindProperty(name) is not { } property)
            {
                return null;
            }

            path.Add(GetName(name, property, owner));
            prefix += path[path.Count - 1];
            owner = owner with { Name = ReservedNames.GetNestedTypeName(prefix) };
            current = property.AnyOf.FirstOrDefault(subschema => subschema.HasProperties) ?? property;
        }

        return path.Count == 0 ? null : string.Join(".", path);
    }

    /// <summary>The C# name of a property. A name that its component declares is the name of the component's class.</summary>
    protected string GetName(string property, SpecSchema schema, TypeName owner) =>
        schema.Node.GetDeclaredName(diagnostics) ?? Identifiers.Member(property, owner.Name);

    /// <summary>Removes the types of a property that is not generated.</summary>
    private void RemoveTypes(List<EmittedType> types, int count)
    {
        foreach (EmittedType type in types.Skip(count))
        {
            registry.Release(type.Type);
        }

        types.RemoveRange(count, types.Count - count);
    }
}
