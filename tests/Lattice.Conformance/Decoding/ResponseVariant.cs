namespace Lattice.Conformance.Decoding;

/// <summary>The values of a response that a variant changes.</summary>
internal enum Location
{
    Nowhere,

    /// <summary>All properties of the resource itself.</summary>
    Root,

    /// <summary>The scalar values of all objects. Objects and lists stay, so that the values in them are covered.</summary>
    Inside,
}

/// <summary>A way to create a response from its schema.</summary>
/// <param name="Name">The name in reports.</param>
/// <param name="Optional">Whether optional properties are present.</param>
/// <param name="Holes">The location where even required properties have no value.</param>
/// <param name="NullHoles">Whether these properties are null instead of absent.</param>
/// <param name="Wrong">The location where values have another type than the schema specifies.</param>
/// <param name="Null">Whether nullable properties are null.</param>
/// <param name="Expand">Whether expandable properties are objects instead of ids.</param>
/// <param name="Unknown">Whether enums have unknown values and objects unknown properties.</param>
/// <param name="Edge">Whether values are edge cases of their types.</param>
/// <param name="TooLarge">Whether numbers are too large for their types.</param>
/// <param name="Strange">Whether unions contain an object that matches none of their cases.</param>
/// <param name="Escaped">Whether names and strings in the JSON are escaped unnecessarily.</param>
/// <param name="Case">The index of the case that unions contain.</param>
internal sealed record ResponseVariant(
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
    /// <summary>The variants for every operation. One for each further union case is added.</summary>
    public static IReadOnlyList<ResponseVariant> Common { get; } =
    [
        new("every property filled"),
        new("every nullable null", Null: true),
        new("required only", Optional: false),
        new("empty object", Optional: false, Holes: Location.Root),
        new("every property null", Holes: Location.Root, NullHoles: true),
        new("no scalar values", Holes: Location.Inside, Expand: true),
        new("every scalar null", Holes: Location.Inside, NullHoles: true, Expand: true),
        new("values of other types", Wrong: Location.Inside),
        new("values instead of objects", Wrong: Location.Root),
        new("unknown values and properties", Unknown: true),
        new("edge values", Edge: true),
        new("escaped strings and names", Edge: true, Escaped: true),
        new("numbers too large", TooLarge: true),
        new("unknown union members", Strange: true),
        new("every expandable expanded", Expand: true),
    ];

    public static ResponseVariant OfCase(int unionCase) =>
        new($"case {unionCase + 1} of every union, expanded", Expand: true, Case: unionCase);
}
