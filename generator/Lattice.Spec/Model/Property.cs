namespace Lattice.Spec.Model;

/// <summary>A property of a response object, or a parameter.</summary>
/// <param name="WireName">The name in JSON or in a form.</param>
/// <param name="Name">The name in C#.</param>
/// <param name="IsRequired">Whether the specification lists the property as required.</param>
/// <param name="IsNullable">Whether the specification allows null.</param>
/// <param name="MaxLength">The maximum number of characters.</param>
/// <param name="Const">The only value; <see langword="null"/> if there are others.</param>
/// <param name="Obsolete">The message of the <c>[Obsolete]</c> attribute, if the property is deprecated.</param>
internal sealed record Property(
    string WireName,
    string Name,
    TypeRef Type,
    string Description,
    bool IsRequired,
    bool IsNullable,
    int? MaxLength,
    string? Const,
    string? Obsolete)
{
    /// <summary>Whether the property is always present, so that its getter never returns null.</summary>
    public bool IsAlwaysPresent => IsRequired && !IsNullable;
}
