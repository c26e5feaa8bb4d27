using Lattice.Slice.Checking.Places;
using Lattice.Slice.Names;
using Lattice.Slice.Types;
using Lattice.Spec.Model;

namespace Lattice.Slice.Secrets;

/// <summary>A property in C#.</summary>
/// <param name="Type">The name of the class, without the root namespace.</param>
internal sealed record SecretMember(string Type, string Property);

/// <summary>Finds the C# properties of secrets by walking through the types of a slice and its document side by side.</summary>
internal sealed class SecretMembers
{
    private readonly SliceModel _model;
    private readonly HashSet<(TypeName Type, string Pointer)> _visited = [];
    private readonly Dictionary<string, SecretMember> _found = new(StringComparer.Ordinal);

    private SecretMembers(SliceModel model) => _model = model;

    /// <summary>The properties by the locations of their schemas.</summary>
    public static IReadOnlyDictionary<string, SecretMember> Find(SliceModel model)
    {
        var members = new SecretMembers(model);
        foreach ((string route, OwnedOperation operation) in model.Operations)
        {
            var places = new OperationPlaces(model.Slice.Document, route);
            if (operation.Operation.Params is { } parameters)
            {
                members.Visit(parameters, places.Body);
            }

            if (operation.Owner is not OperationsType)
            {
                members.Visit(operation.Owner.Type, places.Answer);
            }
        }

        return members._found;
    }

    private void Visit(TypeName type, SchemaPlaces places)
    {
        if (!_visited.Add((type, places.Pointer)))
        {
            return;
        }

        switch (_model.Get(type))
        {
            case ObjectType @object:
                VisitProperties(type, @object.Properties, places);
                break;
            case ParamsType parameters:
                VisitProperties(type, parameters.Properties, places);
                break;
            case UnionType union:
                foreach (UnionArm arm in union.Arms.Where(arm => arm.Value.Type is not null))
                {
                    Visit(arm.Value.Type!, places);
                }

                break;
            case AnswerUnionType union:
                foreach (AnswerUnionArm arm in union.Arms)
                {
                    Visit(arm.Type, places.GetObject(arm.Object, arm.IsDeleted));
                }

                break;
        }
    }

    private void VisitProperties(TypeName type, EquatableArray<Property> properties, SchemaPlaces owner)
    {
        foreach (Property property in properties)
        {
            if (owner.FindProperty(property.WireName) is not { } places)
            {
                continue;
            }

            SchemaType leaf = property.Type.Leaf;
            if (leaf.Kind == ValueKind.Secret)
            {
                foreach (string pointer in places.Pointers)
                {
                    _found.TryAdd(pointer, new SecretMember(CSharpNames.Relative(type), property.Name));
                }
            }
            else if (leaf.Type is { } other)
            {
                Visit(other, places);
            }
        }
    }
}
