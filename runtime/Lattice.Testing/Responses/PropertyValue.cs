using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.Responses;

/// <summary>What a property of a new resource holds.</summary>
/// <param name="Value">A value that was sent or that new resources start with; null: one to generate.</param>
/// <param name="MayBeNull">Whether the generated value is null if the schema allows null.</param>
/// <param name="IsOmitted">Whether the resource does not have the property at all.</param>
internal readonly record struct PropertyValue(ParameterNode? Value, bool MayBeNull, bool IsOmitted)
{
    /// <param name="owner">The object that has the property.</param>
    /// <param name="property">The property.</param>
    /// <param name="sent">The parameters that were sent for the object.</param>
    /// <param name="location">The location of the object.</param>
    /// <param name="metadata">What the response depends on apart from its schema and the parameters.</param>
    public static PropertyValue Of(
        Schema owner, Property property, ParameterNode? sent, PropertyLocation location, ResponseMetadata metadata)
    {
        ParameterNode? own = sent?.Find(property.Name);
        if (own is { IsCleared: true })
        {
            // A property that was sent empty was cleared, so it has no initial value.
            return new PropertyValue(null, MayBeNull: true, ShouldOmit(property, location));
        }

        InitialValue? initial = InitialStates.Find(owner, property.Name, sent, location, metadata.Action);
        ParameterNode? value = Fitting(own, property) ?? Fitting(initial?.Resolve(sent), property);
        bool isRequired = initial is { IsGenerated: true } || IsAlwaysReturned(property, location, metadata);
        return new PropertyValue(value, !isRequired, value is null && !isRequired && ShouldOmit(property, location));
    }

    private static ParameterNode? Fitting(ParameterNode? value, Property property)
        => value is { IsCleared: false } && Echo.Fits(value, property.Schema) ? value : null;

    /// <summary>
    /// Whether the property is the purpose of the resource: Stripe returns it immediately, although the schema may allow null.
    /// A URL that the request could have sent belongs to the caller.
    /// </summary>
    private static bool IsAlwaysReturned(Property property, PropertyLocation location, ResponseMetadata metadata)
        => location.IsRoot && property.Name is "client_secret" or "secret" or "url" && metadata.Parameters.Find(property.Name) is null;

    /// <summary>
    /// An optional resource is omitted unless the request expands it, which ends the recursion of resources that contain each
    /// other. Failure details are omitted as well: a new resource has not failed.
    /// </summary>
    private static bool ShouldOmit(Property property, PropertyLocation location)
        => !property.Required && !property.Schema.Nullable && location.Expansion?.Find(property.Name) is null
            && (IsResource(property.Schema) || property.Name.StartsWith("failure_", StringComparison.Ordinal));

    private static bool IsResource(Schema schema)
        => schema.Kind == SchemaKind.Union
            ? IsResource(schema.DefaultCase)
            : schema is { Kind: SchemaKind.Object, Component: not null };
}
