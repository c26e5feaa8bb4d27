using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Lattice.Stripe;

/// <summary>
/// A parameter that Stripe can clear: unset (<see langword="default"/>, nothing is sent), cleared, or a value. Assign the
/// value, or <see cref="Clearable.Clear"/>.
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
public readonly struct Clearable<T> : IEquatable<Clearable<T>>
{
    private readonly T? _value;
    private readonly State _state;

    private Clearable(T? value, State state)
    {
        _value = value;
        _state = state;
    }

    private enum State : byte
    {
        Unset,
        Cleared,
        Set,
    }

    /// <summary>Deletes the value that Stripe has stored.</summary>
    [SuppressMessage("Design", "CA1000", Justification = "The named alternate of the conversion from Clearable.Clear.")]
    public static Clearable<T> Cleared => new(default, State.Cleared);

    /// <summary>Whether the parameter clears the stored value.</summary>
    public bool IsCleared => _state == State.Cleared;

    /// <summary>Whether there is a value.</summary>
    public bool HasValue => _state == State.Set;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">The parameter is unset or cleared.</exception>
    [JsonIgnore]
    public T Value => HasValue ? _value! : throw new InvalidOperationException("The parameter is unset or cleared.");

    /// <summary>Sets a value; <see langword="null"/> leaves the parameter unset.</summary>
    public static implicit operator Clearable<T>(T? value) => FromValue(value);

    /// <summary>Clears the parameter.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = "The named alternate is Cleared.")]
    public static implicit operator Clearable<T>(Clearable.Marker marker) => Cleared;

    /// <summary>Sets a value; <see langword="null"/> leaves the parameter unset.</summary>
    [SuppressMessage("Design", "CA1000", Justification = "The named alternate of the conversion.")]
    public static Clearable<T> FromValue(T? value) => value is null ? default : new(value, State.Set);

    /// <inheritdoc/>
    public bool Equals(Clearable<T> other) => _state == other._state && EqualityComparer<T?>.Default.Equals(_value, other._value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Clearable<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_state, _value);

    /// <summary>Whether the two are equal.</summary>
    public static bool operator ==(Clearable<T> left, Clearable<T> right) => left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    public static bool operator !=(Clearable<T> left, Clearable<T> right) => !left.Equals(right);

    /// <summary>Returns the state. It does not contain the value, which may be personal data.</summary>
    public override string ToString() => _state.ToString();
}

/// <summary>Clears parameters.</summary>
public static class Clearable
{
    /// <summary>Assign it to a parameter to clear the stored value: the name is sent without a value.</summary>
    public static Marker Clear => default;

    /// <summary>The type of <see cref="Clear"/>; it converts to every parameter that can be cleared.</summary>
    [SuppressMessage("Design", "CA1034", Justification = "It belongs to Clear, and callers do not name it.")]
    public readonly struct Marker : IEquatable<Marker>
    {
        /// <inheritdoc/>
        public bool Equals(Marker other) => true;

        /// <inheritdoc/>
        public override bool Equals(object? obj) => obj is Marker;

        /// <inheritdoc/>
        public override int GetHashCode() => 0;

        /// <summary>Always true: there is only one value.</summary>
        public static bool operator ==(Marker left, Marker right) => left.Equals(right);

        /// <summary>Always false: there is only one value.</summary>
        public static bool operator !=(Marker left, Marker right) => !left.Equals(right);
    }
}
