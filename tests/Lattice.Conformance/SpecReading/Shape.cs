namespace Lattice.Conformance.SpecReading;

/// <summary>What a value is by the specification, as far as a test has to tell one from another.</summary>
internal abstract record Shape;

/// <param name="MaxLength">The most characters that Stripe takes.</param>
internal sealed record TextShape(Secrecy Secrecy = Secrecy.Never, int? MaxLength = null) : Shape;

/// <summary>One of the values, or one that Stripe has added.</summary>
internal sealed record EnumShape(IReadOnlyList<string> Values) : Shape;

internal sealed record IntegerShape : Shape;

/// <summary>An integer of 64 bits that JSON carries as a string.</summary>
internal sealed record Int64StringShape : Shape;

internal sealed record NumberShape : Shape;

/// <summary>A decimal number that is carried as a string.</summary>
internal sealed record DecimalStringShape : Shape;

internal sealed record BooleanShape : Shape;

/// <summary>Seconds since the Unix epoch.</summary>
internal sealed record UnixTimeShape : Shape;

/// <summary>A time by RFC 3339.</summary>
internal sealed record DateTimeShape : Shape;

internal sealed record FileShape : Shape;

/// <summary>Any JSON value.</summary>
internal sealed record FreeShape : Shape;

internal sealed record ListShape(Shape Element) : Shape;

internal sealed record MapShape(Shape Value) : Shape;

/// <summary>A parameter whose stored value can be cleared.</summary>
internal sealed record ClearableShape(Shape Inner) : Shape;

/// <summary>A parameter that is one of several types.</summary>
internal sealed record AnyOfShape(IReadOnlyList<Shape> Cases) : Shape;

/// <summary>An id, or the object of that id.</summary>
internal sealed record ExpandableShape(Shape Target) : Shape;

/// <summary>One of several objects, told apart by what they say of themselves.</summary>
internal sealed record UnionShape(string Name, IReadOnlyList<ObjectShape> Cases) : Shape;

/// <summary>A schema that this program has no check for; it is reported.</summary>
internal sealed record UnknownShape(string Reason) : Shape;

/// <summary>An object with known properties; they are read when they are asked for, since objects contain each other.</summary>
internal sealed record ObjectShape(string Name, Lazy<IReadOnlyList<PropertyShape>> LazyProperties) : Shape
{
    public IReadOnlyList<PropertyShape> Properties => LazyProperties.Value;

    /// <summary>What tells it apart from the others of a union: its <c>object</c>, and whether it is deleted.</summary>
    public (string? Object, bool IsDeleted) Tag { get; init; }

    /// <summary>The objects that were folded into this one: an instance is one of them.</summary>
    public IReadOnlyList<ObjectShape> Merged { get; init; } = [];

    // Objects contain each other, so that comparing by content would not end.
    public bool Equals(ObjectShape? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    public override string ToString() => Name;
}

/// <param name="ClrName">Its name in C#, if the specification prescribes one.</param>
internal sealed record PropertyShape(string Name, string? ClrName, Shape Shape, bool IsRequired, bool IsNullable);
