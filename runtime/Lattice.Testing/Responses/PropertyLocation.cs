using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.Responses;

/// <summary>Where in a resource a value is.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="Path">The names from the root to it, which tell its made-up text from that of others.</param>
/// <param name="Resource">The resource that holds the value.</param>
/// <param name="Owner">The id of the innermost resource that has one.</param>
/// <param name="Reference">The resource that the value is the id of, where it is one.</param>
/// <param name="Expansion">What is answered whole here; null where nothing is asked for.</param>
/// <param name="IsInList">Whether the value belongs to a list object.</param>
/// <param name="Depth">The number of objects around the value.</param>
internal readonly record struct PropertyLocation(
    string Name, string Path, string Resource, string? Owner, string? Reference, Expansion? Expansion, bool IsInList, int Depth)
{
    public static PropertyLocation Root(Expansion expansion) => new("object", "", "object", null, null, expansion, false, 0);

    /// <summary>Whether it is the response itself.</summary>
    public bool IsRoot => Depth == 1;

    public PropertyLocation At(string name)
        => this with { Name = name, Path = $"{Path}/{name}", Reference = null, Expansion = Expansion?.Find(name) };

    /// <summary>An element is expanded like the list that it is in.</summary>
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
