using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Lattice.Stripe;

/// <summary>
/// An open enum that Stripe can clear: unset (<see langword="default"/>, nothing is sent), cleared, or a value. Assign a
/// constant of <typeparamref name="TValues"/> or another string, or <see cref="Clearable.Clear"/>.
/// </summary>
/// <typeparam name="TValues">The class with the known values as constants.</typeparam>
public readonly struct ClearableEnum<TValues> : IEquatable<ClearableEnum<TValues>>
    where TValues : StripeEnumValues
{
    private readonly Clearable<StripeEnum<TValues>> _value;

    private ClearableEnum(Clearable<StripeEnum<TValues>> value) => _value = value;

    /// <summary>Clears the stored value: the name is sent without a value.</summary>
    [SuppressMessage("Design", "CA1000", Justification = "The named alternate of the conversion from Clearable.Clear.")]
    public static ClearableEnum<TValues> Cleared => new(Clearable<StripeEnum<TValues>>.Cleared);

    /// <summary>Whether the parameter clears the stored value.</summary>
    public bool IsCleared => _value.IsCleared;

    /// <summary>Whether there is a value.</summary>
    public bool HasValue => _value.HasValue;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">The parameter is unset or cleared.</exception>
    [JsonIgnore]
    public StripeEnum<TValues> Value => _value.Value;

    /// <summary>Sets a value; <see langword="null"/> leaves the parameter unset.</summary>
    public static implicit operator ClearableEnum<TValues>(string? value) => FromString(value);

    /// <summary>Sets a value; <see langword="default"/> leaves the parameter unset.</summary>
    public static implicit operator ClearableEnum<TValues>(StripeEnum<TValues> value) => FromStripeEnum(value);

    /// <summary>Clears the parameter.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = "The named alternate is Cleared.")]
    public static implicit operator ClearableEnum<TValues>(Clearable.Marker marker) => Cleared;

    /// <summary>Whether the two are equal.</summary>
    public static bool operator ==(ClearableEnum<TValues> left, ClearableEnum<TValues> right) => left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    public static bool operator !=(ClearableEnum<TValues> left, ClearableEnum<TValues> right) => !left.Equals(right);

    /// <summary>Sets a value; <see langword="null"/> leaves the parameter unset.</summary>
    [SuppressMessage("Design", "CA1000", Justification = "The named alternate of the conversion.")]
    public static ClearableEnum<TValues> FromString(string? value) =>
        value is null ? default : new(new StripeEnum<TValues>(value));

    /// <summary>Sets a value; <see langword="null"/> leaves the parameter unset.</summary>
    [SuppressMessage("Design", "CA1000", Justification = "The named alternate of the conversion.")]
    public static ClearableEnum<TValues> FromStripeEnum(StripeEnum<TValues>? value) =>
        value is { TextOrNull: not null } set ? new(set) : default;

    /// <inheritdoc/>
    public bool Equals(ClearableEnum<TValues> other) => _value.Equals(other._value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ClearableEnum<TValues> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value.GetHashCode();

    /// <summary>Returns the state. It does not contain the value.</summary>
    public override string ToString() => _value.ToString();
}
