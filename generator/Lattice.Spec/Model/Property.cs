namespace Lattice.Spec.Model;

/// <summary>A property of an object of a response, or a parameter.</summary>
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
    TypeRef Type,
    string Description,
    bool IsRequired,
    bool IsNullable,
    int? MaxLength,
    string? Literal,
    string? Obsolete)
{
    /// <summary>Whether a field is always present: the getter of its property never returns null.</summary>
    public bool IsAlwaysPresent => IsRequired && !IsNullable;
}

/// <summary>What a value is, in C# and on the wire.</summary>
internal enum ValueKind
{
    String,
    Secret,
    Integer,

    /// <summary>An integer that is written as a string.</summary>
    Int64String,
    Number,

    /// <summary>A decimal number that is written as a string.</summary>
    DecimalString,
    Boolean,
    UnixTime,

    /// <summary>A time that is written as RFC 3339.</summary>
    DateTime,
    Json,
    Enum,
    Object,

    /// <summary>A parameter of one of several kinds.</summary>
    Union,

    /// <summary>An id, or the object itself.</summary>
    Expandable,
    List,

    /// <summary>A page of a list, with its own fields around the elements.</summary>
    Page,
    Map,
    File,
}

/// <param name="Type">The emitted type of an enum, an object or a union.</param>
/// <param name="Element">The type of a list's elements, a map's values or the object of a reference.</param>
/// <param name="IsClearable">Whether Stripe clears a parameter for which an empty value is sent.</param>
/// <param name="IsId">Whether a text is the id of an object that may come in its place.</param>
internal sealed record TypeRef(
    ValueKind Kind, TypeName? Type = null, TypeRef? Element = null, bool IsClearable = false, bool IsId = false)
{
    /// <summary>How many lists and maps are within each other.</summary>
    public int Depth => Kind is ValueKind.List or ValueKind.Map ? 1 + Element!.Depth : 0;

    /// <summary>
    /// Whether the parameter needs a <c>Clearable</c> to say that it is cleared. An empty list does without one, and a map
    /// knows whether it is cleared.
    /// </summary>
    public bool NeedsClearable => IsClearable && Kind is not (ValueKind.List or ValueKind.Map);

    /// <summary>What a list, a map or a reference is of, to the end.</summary>
    public TypeRef Leaf => Element is { } element ? element.Leaf : this;

    /// <summary>Whether the parameter is a list that clears what is stored if it is empty.</summary>
    public bool ClearsWhenEmpty => IsClearable && Kind == ValueKind.List;
}
