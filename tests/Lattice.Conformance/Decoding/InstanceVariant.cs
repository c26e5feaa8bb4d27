namespace Lattice.Conformance.Decoding;

/// <summary>Where something is done to a response.</summary>
internal enum Location
{
    Nowhere,

    /// <summary>To all that the resource itself has.</summary>
    Root,

    /// <summary>To the plain values of all objects; objects and lists stay, so that those inside of them are met.</summary>
    Inside,
}

/// <summary>A way of making a response from its schema.</summary>
/// <param name="Name">How a report calls it.</param>
/// <param name="Optional">Whether the properties that are not required are there.</param>
/// <param name="Holes">Where required properties, too, have no value.</param>
/// <param name="NullHoles">Whether those are null; else they are absent.</param>
/// <param name="Wrong">Which values are of another type than the schema says.</param>
/// <param name="Null">Whether those that can be null are.</param>
/// <param name="Expand">Whether expandable properties are objects; else they are ids.</param>
/// <param name="Unknown">Whether enums have unknown values and objects unknown properties.</param>
/// <param name="Edge">Whether values are taken from the edges of their types.</param>
/// <param name="TooLarge">Whether numbers are too large for their types.</param>
/// <param name="Strange">Whether unions hold an object that none of their arms is.</param>
/// <param name="Escaped">Whether the names and texts in the JSON are escaped where they need not be.</param>
/// <param name="Case">Which object unions hold.</param>
internal sealed record InstanceVariant(
    string Name,
    bool Optional = true,
    Location Holes = Location.Nowhere,
    bool NullHoles = false,
    Location Wrong = Location.Nowhere,
    bool Null = false,
    bool Expand = false,
    bool Unknown = false,
    bool Edge = false,
    bool TooLarge = false,
    bool Strange = false,
    bool Escaped = false,
    int Case = 0)
{
    /// <summary>All that every create is tried with, besides one for each arm of its unions.</summary>
    public static IReadOnlyList<InstanceVariant> Common { get; } =
    [
        new("every property filled"),
        new("every nullable null", Null: true),
        new("required only", Optional: false),
        new("nothing there", Optional: false, Holes: Location.Root),
        new("null everywhere", Holes: Location.Root, NullHoles: true),
        new("no value inside", Holes: Location.Inside, Expand: true),
        new("null inside", Holes: Location.Inside, NullHoles: true, Expand: true),
        new("values of other types", Wrong: Location.Inside),
        new("values instead of objects", Wrong: Location.Root),
        new("unknown values and properties", Unknown: true),
        new("edge values", Edge: true),
        new("escaped texts and names", Edge: true, Escaped: true),
        new("numbers too large", TooLarge: true),
        new("unknown union members", Strange: true),
        new("every expandable expanded", Expand: true),
    ];

    public static InstanceVariant OfCase(int unionCase) => new($"arm {unionCase + 1} of every union, expanded", Expand: true, Case: unionCase);
}
