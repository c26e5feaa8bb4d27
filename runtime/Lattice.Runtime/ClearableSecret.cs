using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Lattice.Stripe;

/// <summary>
/// A secret parameter that Stripe can clear: unset (<see langword="default"/>, nothing is sent), cleared, or a value. Assign a
/// string, a <see cref="SecretString"/>, or <see cref="Clearable.Clear"/>.
/// </summary>
public readonly struct ClearableSecret : IEquatable<ClearableSecret>
{
    private readonly Clearable<SecretString> _value;

    private ClearableSecret(Clearable<SecretString> value) => _value = value;

    /// <summary>Clears the stored value: the name is sent without a value.</summary>
    public static ClearableSecret Cleared => new(Clearable<SecretString>.Cleared);

    /// <summary>Whether the parameter clears the stored value.</summary>
    public bool IsCleared => _value.IsCleared;

    /// <summary>Whether there is a value.</summary>
    public bool HasValue => _value.HasValue;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">The parameter is unset or cleared.</exception>
    [JsonIgnore]
    public SecretString Value => _value.Value;

    /// <summary>Sets a value; <see langword="null"/> leaves the parameter unset.</summary>
    public static implicit operator ClearableSecret(string? value) => FromString(value);

    /// <summary>Sets a value; a <see cref="SecretString"/> without a value leaves the parameter unset.</summary>
    public static implicit operator ClearableSecret(SecretString value) => FromSecretString(value);

    /// <summary>Clears the parameter.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = "The named alternate is Cleared.")]
    public static implicit operator ClearableSecret(Clearable.Marker marker) => Cleared;

    /// <summary>Whether the two are equal.</summary>
    public static bool operator ==(ClearableSecret left, ClearableSecret right) => left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    public static bool operator !=(ClearableSecret left, ClearableSecret right) => !left.Equals(right);

    /// <summary>Sets a value; <see langword="null"/> leaves the parameter unset.</summary>
    public static ClearableSecret FromString(string? value) => value is null ? default : new(new SecretString(value));

    /// <summary>Sets a value; a <see cref="SecretString"/> without a value leaves the parameter unset.</summary>
    public static ClearableSecret FromSecretString(SecretString value) => value.HasValue ? new(value) : default;

    /// <inheritdoc/>
    public bool Equals(ClearableSecret other) => _value.Equals(other._value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ClearableSecret other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value.GetHashCode();

    /// <summary>Returns the state. It does not contain the value.</summary>
    public override string ToString() => _value.ToString();
}
