namespace Lattice.Spec.Model;

/// <summary>A property of a response object, or a parameter.</summary>
/// <param name="WireName">The name in JSON or in a form.</param>
/// <param name="Name">The name in C#.</param>
/// <param name="IsRequired">Whether the specification lists the property as required.</param>
/// <param name="IsNullable">Whether the specification allows null.</param>
/// <param name="MaxLength">The maximum number of characters of a string, or of each string in a list.</param>
/// <param name="Const">The only value; <see langword="null"/> if there are others.</param>
/// <param name="Resource">The resource whose id a parameter is; <see langword="null"/> if it is no id, or that of any resource.</param>
/// <param name="Obsolete">The message of the <c>[Obsolete]</c> attribute, if the property is deprecated.</param>
/// <param name="Successor">What replaces a deprecated property: the path of a property in C#, such as <c>CollectionOptions.Fields</c>.</param>
internal sealed record Property(
    string WireName,
    string Name,
    TypeRef Type,
    string Description,
    bool IsRequired,
    bool IsNullable,
    int? MaxLength,
    string? Const,
    string? Resource,
    string? Obsolete,
    string? Successor)
{
    /// <summary>Whether the property is always present, so that its getter never returns null.</summary>
    public bool IsAlwaysPresent => IsRequired && !IsNullable;
}
