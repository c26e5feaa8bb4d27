using Lattice.Spec.Model;
using Lattice.Spec.OpenApi;

namespace Lattice.Slice.Generation;

/// <summary>A property of a generated class with its locations in the document.</summary>
internal sealed record LocatedProperty(TypeName Type, Property Property, SchemaLocations Locations);

/// <summary>Finds the locations of classes and properties by comparing the types of a slice with its document.</summary>
internal sealed class MemberLocations
{
    private readonly SliceModel _model;
    private readonly HashSet<(TypeName Type, string Pointer)> _visited = [];
    private readonly List<LocatedProperty> _properties = [];
    private readonly Dictionary<TypeName, SpecSchema> _components = [];

    private MemberLocations(SliceModel model) => _model = model;

    /// <summary>The properties. A class with several schemas has one entry for each schema that has the property.</summary>
    public IReadOnlyList<LocatedProperty> Properties => _properties;

    public static MemberLocations Find(SliceModel model)
    {
        var members = new MemberLocations(model);
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

        return members;
    }

    /// <summary>The component of a class for responses; <see langword="null"/> for any other type.</summary>
    public SpecSchema? FindComponent(TypeName type) => _components.GetValueOrDefault(type);

    private void Visit(TypeName type, SchemaLocations locations)
    {
        if (!_visited.Add((type, locations.Pointer)))
        {
            return;
        }

        EmittedType emitted = _model.Get(type);
        if (emitted is ResponseObjectType or ResponseUnionType && locations.Component is { } component)
        {
            _components.TryAdd(type, component);
        }

        switch (emitted)
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
            if (owner.FindProperty(property.WireName) is { } locations)
            {
                _properties.Add(new LocatedProperty(type, property, locations));
                if (property.Type.Leaf.Type is { } other)
                {
                    Visit(other, locations);
                }
            }
        }
    }
}
