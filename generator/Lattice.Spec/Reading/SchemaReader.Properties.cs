using Lattice.Spec.Model;
using Lattice.Spec.Naming;
using Lattice.Spec.OpenApi;

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
                properties.Add(CreateProperty(entry.Key, name, type, schema, entry.Value, owner, required.Contains(entry.Key)));
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
        string wireName, string name, TypeRef type, SpecSchema parent, SpecSchema schema, TypeName owner, bool isRequired) => new(
        wireName,
        name,
        type,
        schema.Description ?? "",
        isRequired,
        schema.IsNullable,
        schema.MaxLength,
        type.Kind == ValueKind.String ? GetConst(wireName, schema) : null,
        Obsolete: schema.IsDeprecated ? Deprecation.Describe(GetReplacement(schema, parent, owner)) : null);

    /// <summary>The replacement of a deprecated property: the C# name of another property, or the text as declared.</summary>
    private string? GetReplacement(SpecSchema schema, SpecSchema parent, TypeName owner)
    {
        string? replacement = schema.FindOwn(OpenApiKeywords.ReplacedBy)?.String;
        return replacement is not null && parent.FindProperty(replacement) is { } sibling
            ? GetName(replacement, sibling, owner)
            : replacement;
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
