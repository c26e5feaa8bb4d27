using Lattice.Slice.Generation;
using Lattice.Slice.Specifications;
using Lattice.Spec.Model;

namespace Lattice.Slice.Checking.Comparing;

/// <summary>A property that both sides have.</summary>
/// <param name="Member">Its C# name before the change.</param>
/// <param name="Locations">The locations in the two specifications.</param>
internal sealed record PropertyPair(Property Old, Property New, string Member, LocationPair Locations)
{
    public Subject Subject => new(Member, Old.WireName, Locations.New.Pointer);
}

/// <summary>Two versions of a type.</summary>
/// <param name="Name">The name in the specification of the parameter, field or operation that has the type.</param>
/// <param name="IsParameter">Whether the types belong to a request.</param>
internal sealed record TypePair(TypeName Old, TypeName New, string Name, LocationPair Locations, bool IsParameter)
{
    public string OldName => CSharpNames.Relative(Old);

    public string NewName => CSharpNames.Relative(New);

    public Subject Subject => new(OldName, Name, Locations.New.Pointer);

    /// <summary>A member of the old type, or the type itself if the name is null.</summary>
    public Subject OldMember(string? member, string pointer) => new(Join(OldName, member), Name, pointer);

    /// <summary>A member of the new type, or the type itself if the name is null.</summary>
    public Subject NewMember(string? member, string pointer) => new(Join(NewName, member), Name, pointer);

    private static string Join(string type, string? member) => member is null ? type : $"{type}.{member}";
}

/// <summary>The locations of the same thing on both sides.</summary>
internal sealed record LocationPair(SchemaLocations Old, SchemaLocations New)
{
    /// <summary>The locations of a property; if it comes from a merged schema, those of its owner.</summary>
    public LocationPair GetProperty(string name) => GetProperty(name, name);

    /// <inheritdoc cref="GetProperty(string)"/>
    public LocationPair GetProperty(string oldName, string newName) =>
        new(Old.FindProperty(oldName) ?? Old, New.FindProperty(newName) ?? New);

    /// <summary>The locations of a union case.</summary>
    public LocationPair GetObject(ResponseUnionCase old, ResponseUnionCase @new) =>
        new(Old.GetObject(old.Object, old.IsDeleted), New.GetObject(@new.Object, @new.IsDeleted));
}
