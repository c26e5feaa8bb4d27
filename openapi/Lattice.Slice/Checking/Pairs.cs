using Lattice.Generator.Model;
using Lattice.Slice.Names;

namespace Lattice.Slice.Checking;

/// <summary>A property that is on both sides.</summary>
/// <param name="Member">Its name in C# before the change.</param>
/// <param name="Places">Where the two specifications say what it is.</param>
internal sealed record PropertyPair(Property Old, Property New, string Member, PlacePair Places)
{
    public string Name => Old.WireName;
}

/// <summary>Two types that stand for the same.</summary>
/// <param name="Name">What the specification calls that which has the type: a parameter, a field or an operation.</param>
/// <param name="IsParameter">Whether the types belong to a request.</param>
internal sealed record TypePair(TypeName Old, TypeName New, string Name, PlacePair Places, bool IsParameter)
{
    public string OldOwner => CSharpNames.Relative(Old);

    public string NewOwner => CSharpNames.Relative(New);
}

/// <summary>Where the two sides say the same thing.</summary>
internal sealed record PlacePair(SchemaPlaces Old, SchemaPlaces New)
{
    /// <summary>The places of a property; where it cannot be found, which is in a schema that another takes in, those of its owner.</summary>
    public PlacePair GetProperty(string name) => new(Old.FindProperty(name) ?? Old, New.FindProperty(name) ?? New);

    /// <summary>The places of one of several types.</summary>
    public PlacePair GetObject(AnswerUnionArm arm) => new(Old.GetObject(arm.Object, arm.IsDeleted), New.GetObject(arm.Object, arm.IsDeleted));
}
