using Lattice.Slice.Checking.Locations;
using Lattice.Slice.Names;
using Lattice.Spec.Model;

namespace Lattice.Slice.Checking.Comparing;

/// <summary>A property that is on both sides.</summary>
/// <param name="Member">Its name in C# before the change.</param>
/// <param name="Locations">Where the two specifications say what it is.</param>
internal sealed record PropertyPair(Property Old, Property New, string Member, LocationPair Locations)
{
    public Subject Subject => new(Member, Old.WireName, Locations.New.Pointer);
}

/// <summary>Two types that stand for the same.</summary>
/// <param name="Name">What the specification calls that which has the type: a parameter, a field or an operation.</param>
/// <param name="IsParameter">Whether the types belong to a request.</param>
internal sealed record TypePair(TypeName Old, TypeName New, string Name, LocationPair Locations, bool IsParameter)
{
    public string OldName => CSharpNames.Relative(Old);

    public string NewName => CSharpNames.Relative(New);

    public Subject Subject => new(OldName, Name, Locations.New.Pointer);

    /// <summary>A member of the type before the change; the type itself if there is no name.</summary>
    public Subject OldMember(string? member, string pointer) => new(Join(OldName, member), Name, pointer);

    /// <summary>A member of the type after the change; the type itself if there is no name.</summary>
    public Subject NewMember(string? member, string pointer) => new(Join(NewName, member), Name, pointer);

    private static string Join(string type, string? member) => member is null ? type : $"{type}.{member}";
}

/// <summary>Where the two sides say the same thing.</summary>
internal sealed record LocationPair(SchemaLocations Old, SchemaLocations New)
{
    /// <summary>The places of a property; if it comes from a schema that another takes in, those of its owner.</summary>
    public LocationPair GetProperty(string name) => new(Old.FindProperty(name) ?? Old, New.FindProperty(name) ?? New);

    /// <summary>The places of one of several types.</summary>
    public LocationPair GetObject(ResponseUnionCase unionCase) =>
        new(Old.GetObject(unionCase.Object, unionCase.IsDeleted), New.GetObject(unionCase.Object, unionCase.IsDeleted));
}
