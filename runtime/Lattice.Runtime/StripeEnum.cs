using System.Text.Json.Serialization;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe;

/// <summary>
/// An open enum: a string for which Stripe documents values, to which it may add others. Assign one of the constants of
/// <typeparamref name="TValues"/>, or any other string.
/// </summary>
/// <remarks>
/// Compare it with a constant, or use the constants in a <see langword="switch"/> over <see cref="Value"/>, and handle other values:
/// <code>
/// string text = intent.Status.Value switch
/// {
///     PaymentIntentStatus.Succeeded => "Paid",
///     PaymentIntentStatus.Processing => "In progress",
///     _ => "Open",
/// };
/// </code>
/// </remarks>
/// <typeparam name="TValues">The class with the known values as constants.</typeparam>
[JsonConverter(typeof(GenericStructJsonConverter))]
public readonly struct StripeEnum<TValues> : IEquatable<StripeEnum<TValues>>, IGenericStruct
    where TValues : StripeEnumValues
{
    private readonly string? _value;

    /// <summary>Initializes a value, including one that this version does not know.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public StripeEnum(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The text as Stripe writes it; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    /// <summary>The text; <see langword="null"/> for <see langword="default"/>, which is not sent.</summary>
    internal string? TextOrNull => _value;

    /// <summary>Converts a string, including one that this version does not know.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public static implicit operator StripeEnum<TValues>(string value) => new(value);

    /// <summary>Converts a string; <see langword="null"/> stays <see langword="null"/>.</summary>
    public static implicit operator StripeEnum<TValues>?(string? value) =>
        value is null ? default(StripeEnum<TValues>?) : new StripeEnum<TValues>(value);

    /// <summary>Whether both have the same text.</summary>
    public static bool operator ==(StripeEnum<TValues> left, StripeEnum<TValues> right) => left.Equals(right);

    /// <summary>Whether the texts differ.</summary>
    public static bool operator !=(StripeEnum<TValues> left, StripeEnum<TValues> right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(StripeEnum<TValues> other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is StripeEnum<TValues> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(_value);

    /// <summary>Returns the text as Stripe writes it.</summary>
    public override string ToString() => Value;

    JsonConverter IGenericStruct.CreateJsonConverter() => new StripeEnumJsonConverter<TValues>();
}

/// <summary>The base class of the classes with the known values of an open enum. Such a class has constants, and no instances.</summary>
public abstract class StripeEnumValues
{
    /// <summary>For derived classes.</summary>
    protected StripeEnumValues()
    {
    }
}
