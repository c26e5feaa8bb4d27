namespace Lattice.Conformance.SpecReading;

/// <summary>The type of a value in the specification, in as much detail as the checks need.</summary>
internal abstract record Shape;

/// <param name="MaxLength">The maximum number of characters.</param>
internal sealed record TextShape(Secrecy Secrecy = Secrecy.Never, int? MaxLength = null) : Shape;

/// <summary>One of the values, or a value that Stripe added later.</summary>
internal sealed record EnumShape(IReadOnlyList<string> Values) : Shape;

internal sealed record IntegerShape : Shape;

/// <summary>A 64-bit integer that is a string in JSON.</summary>
internal sealed record Int64StringShape : Shape;

internal sealed record NumberShape : Shape;

/// <summary>A decimal number that is a string in JSON.</summary>
internal sealed record DecimalStringShape : Shape;

internal sealed record BooleanShape : Shape;

/// <summary>Seconds since the Unix epoch.</summary>
internal sealed record UnixTimeShape : Shape;

/// <summary>A time in the format of RFC 3339.</summary>
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

/// <summary>One of several objects, distinguished by their tag.</summary>
internal sealed record UnionShape(string Name, IReadOnlyList<ObjectShape> Cases) : Shape;

/// <summary>A schema without a check, which is reported.</summary>
internal sealed record UnknownShape(string Reason) : Shape;

/// <summary>An object with known properties. They are read on demand, because objects can contain each other.</summary>
internal sealed record ObjectShape(string Name, Lazy<IReadOnlyList<PropertyShape>> LazyProperties) : Shape
{
    public IReadOnlyList<PropertyShape> Properties => LazyProperties.Value;

    /// <summary>Distinguishes it from the other cases of a union: its <c>object</c>, and whether it is deleted.</summary>
    public (string? Object, bool IsDeleted) Tag { get; init; }

    /// <summary>The objects that were merged into this one. An instance is one of them.</summary>
    public IReadOnlyList<ObjectShape> Merged { get; init; } = [];

    // Objects can contain each other, so a comparison by content would not end.
    public bool Equals(ObjectShape? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    public override string ToString() => Name;
}

internal sealed record PropertyShape(string Name, Shape Shape, bool IsRequired, bool IsNullable);
