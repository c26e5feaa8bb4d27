using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.Responses;

/// <summary>The location of a value in a resource.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="Path">The names from the root to the value, which make its generated text unique.</param>
/// <param name="Resource">The resource that contains the value.</param>
/// <param name="Owner">The id of the innermost resource that has an id.</param>
/// <param name="Reference">The resource that the value is the id of; null if it is not an id.</param>
/// <param name="Expansion">The fields to expand here; null if the request does not expand the value.</param>
/// <param name="IsInList">Whether the value belongs to a list object.</param>
/// <param name="Depth">The number of objects around the value.</param>
internal readonly record struct PropertyLocation(
    string Name, string Path, string Resource, string? Owner, string? Reference, Expansion? Expansion, bool IsInList, int Depth)
{
    public static PropertyLocation Root(Expansion expansion) => new("object", "", "object", null, null, expansion, false, 0);

    /// <summary>Whether the innermost object is the response itself.</summary>
    public bool IsRoot => Depth == 1;

    public PropertyLocation At(string name)
        => this with { Name = name, Path = $"{Path}/{name}", Reference = null, Expansion = Expansion?.Find(name) };

    /// <summary>The elements of a list are expanded like the list.</summary>
    public PropertyLocation AtElement(string index) => At(index) with { Expansion = Expansion };

    public PropertyLocation About(string? resource) => this with { Reference = resource };

    public PropertyLocation Into(Schema schema, string? id) => this with
    {
        Resource = schema.Resource ?? Resource,
        Owner = id ?? Owner,
        Reference = null,
        IsInList = schema.Find("object")?.Schema.Values is ["list"],
        Depth = Depth + 1,
    };
}
