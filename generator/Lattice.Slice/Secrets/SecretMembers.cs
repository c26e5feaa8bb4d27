using Lattice.Slice.Generation;
using Lattice.Slice.Specifications;
using Lattice.Spec.Model;

namespace Lattice.Slice.Secrets;

/// <summary>A C# property.</summary>
/// <param name="Type">The name of the class, without the root namespace.</param>
internal sealed record SecretMember(string Type, string Property)
{
    public string Name => $"{Type}.{Property}";
}

/// <summary>Finds the C# properties of secrets by comparing the types of a slice with its document.</summary>
internal sealed class SecretMembers
{
    private readonly SliceModel _model;
    private readonly HashSet<(TypeName Type, string Pointer)> _visited = [];
    private readonly Dictionary<string, SecretMember> _found = new(StringComparer.Ordinal);

    private SecretMembers(SliceModel model) => _model = model;

    /// <summary>The properties, by the locations of their schemas.</summary>
    public static IReadOnlyDictionary<string, SecretMember> Find(SliceModel model)
    {
        var members = new SecretMembers(model);
        foreach (Operation operation in model.Operations.Values.Select(generated => generated.Operation))
        {
            var locations = new OperationLocations(model.Slice.Document, operation);
            if (operation.Params is { } parameters)
            {
                members.Visit(parameters, locations.Parameters);
            }

            if (operation.Result?.Leaf.Type is { } result)
            {
                members.Visit(result, locations.Response);
            }
        }

        return members._found;
    }

    private void Visit(TypeName type, SchemaLocations locations)
    {
        if (!_visited.Add((type, locations.Pointer)))
        {
            return;
        }

        switch (_model.Get(type))
        {
            case ResponseObjectType @object:
                VisitProperties(type, @object.Properties, locations);
                break;
            case ParamsType parameters:
                VisitProperties(type, parameters.Properties, locations);
                break;
            case RequestUnionType union:
                foreach (RequestUnionCase unionCase in union.Cases.Where(unionCase => unionCase.Value.Type is not null))
                {
                    Visit(unionCase.Value.Type!, locations);
                }

                break;
            case ResponseUnionType union:
                foreach (ResponseUnionCase unionCase in union.Cases)
                {
                    Visit(unionCase.Type, locations.GetObject(unionCase.Object, unionCase.IsDeleted));
                }

                break;
        }
    }

    private void VisitProperties(TypeName type, EquatableArray<Property> properties, SchemaLocations owner)
    {
        foreach (Property property in properties)
        {
            if (owner.FindProperty(property.WireName) is not { } locations)
            {
                continue;
            }

            TypeRef leaf = property.Type.Leaf;
            if (leaf.Kind == ValueKind.Secret)
            {
                foreach (string pointer in locations.Pointers)
                {
                    _found.TryAdd(pointer, new SecretMember(CSharpNames.Relative(type), property.Name));
                }
            }
            else if (leaf.Type is { } other)
            {
                Visit(other, locations);
            }
        }
    }
}
