using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe;

/// <summary>
/// A reference to another object: its id, and the object itself if the request asked Stripe to expand it. See
/// <see href="https://docs.stripe.com/api/expanding_objects">Expanding responses</see> in Stripe's reference.
/// </summary>
/// <typeparam name="T">The type of the object.</typeparam>
[JsonConverter(typeof(GenericStructJsonConverter))]
public readonly struct Expandable<T> : IEquatable<Expandable<T>>, IGenericStruct
    where T : StripeObject
{
    /// <summary>Initializes a reference that is not expanded.</summary>
    public Expandable(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        Id = id;
    }

    /// <summary>Initializes an expanded reference.</summary>
    public Expandable(string id, T value)
        : this(id)
    {
        ArgumentNullException.ThrowIfNull(value);
        Value = value;
    }

    /// <summary>The object's id; <see langword="null"/> if the field is null or absent.</summary>
    public string? Id { get; }

    /// <summary>The object; <see langword="null"/> if the reference is not expanded.</summary>
    public T? Value { get; }

    /// <summary>Whether the response contains the object.</summary>
    public bool IsExpanded => Value is not null;

    /// <summary>Creates a reference that is not expanded.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    [SuppressMessage("Usage", "CA2225", Justification = "The named alternate is the constructor.")]
    public static implicit operator Expandable<T>(string id) => new(id);

    /// <inheritdoc/>
    public bool Equals(Expandable<T> other) => Id == other.Id && ReferenceEquals(Value, other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Expandable<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Id);

    /// <summary>Whether both have the same id and object.</summary>
    public static bool operator ==(Expandable<T> left, Expandable<T> right) => left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    public static bool operator !=(Expandable<T> left, Expandable<T> right) => !left.Equals(right);

    /// <summary>Returns the id.</summary>
    public override string ToString() => Id ?? "";

    JsonConverter IGenericStruct.CreateJsonConverter() => new ExpandableJsonConverter<T>();
}
