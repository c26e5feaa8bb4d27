using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.Responses;

/// <summary>
/// A resource inside another one that the parameters name: by its id (<c>price=price_1</c>), or by its values
/// (<c>price_data[currency]=usd</c>).
/// </summary>
/// <param name="Schema">The resource's schema.</param>
/// <param name="Id">The id; null if the parameters have the values.</param>
/// <param name="Values">The values; if there is an id, the id alone.</param>
internal sealed record NamedResource(Schema Schema, string? Id, ParameterNode Values)
{
    public string Kind => ObjectSchemas.KindOf(Schema) ?? "";

    /// <param name="property">A property that contains a resource.</param>
    /// <param name="sent">The parameters for the object that has the property.</param>
    public static NamedResource? Find(Property property, ParameterNode? sent)
    {
        if (sent is null || ResourceIn(property.Schema) is not { } resource)
        {
            return null;
        }

        if (sent.Find(property.Name) is { Value.Length: > 0 } id && Echo.Fits(id, resource.Find("id")!.Schema))
        {
            ParameterNode values = ParameterNode.Root();
            values.Add("id", ParameterKind.Text).Value = id.Value;
            return new NamedResource(resource, id.Value, values);
        }

        return sent.Find(property.Name + "_data") is { IsObject: true, Children.Count: > 0 } data
            ? new NamedResource(resource, null, data)
            : null;
    }

    /// <summary>The resource with an id that is always there in full; null if the property has none, or can be an id alone.</summary>
    private static Schema? ResourceIn(Schema schema)
    {
        Schema content = schema is { Kind: SchemaKind.Union, Cases: [var only] } ? only : schema;
        return content is { Kind: SchemaKind.Object, Component: not null } && ObjectSchemas.HasId(content) ? content : null;
    }
}
