namespace Lattice.Generator.Model;

/// <summary>A property of an object of an answer, or a parameter.</summary>
/// <param name="WireName">Its name in JSON or in a form.</param>
/// <param name="Name">Its name in C#.</param>
/// <param name="IsRequired">Whether the specification lists it as required.</param>
/// <param name="IsNullable">Whether the specification allows null.</param>
/// <param name="MaxLength">The most characters that Stripe takes.</param>
/// <param name="Literal">The only value that it has; <see langword="null"/> where there are others.</param>
/// <param name="Obsolete">What to use instead, if it is deprecated.</param>
internal sealed record Property(
    string WireName,
    string Name,
    SchemaType Type,
    string Description,
    bool IsRequired,
    bool IsNullable,
    int? MaxLength,
    string? Literal,
    string? Obsolete);

/// <summary>What a value is, in C# and on the wire.</summary>
internal enum ValueKind
{
    String,
    Secret,
    Integer,
    Number,
    Boolean,
    UnixTime,
    Json,
    Enum,
    Object,
    List,
    Map,
}

/// <param name="Type">The emitted type of an enum or an object.</param>
/// <param name="Element">The type of a list's elements or a map's values.</param>
internal sealed record SchemaType(ValueKind Kind, TypeName? Type = null, SchemaType? Element = null);
