using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe;

/// <summary>
/// A string that must not leak by accident: a key, a URL that gives access to anyone who has it, a client secret. Only
/// <see cref="Reveal"/> returns it; <see cref="ToString"/>, the debugger, serializers and loggers get <c>[redacted]</c>.
/// </summary>
/// <remarks>It guards against accidents. Code that reflects over private fields can still read the string.</remarks>
[DebuggerDisplay(Redacted)]
[JsonConverter(typeof(SecretStringJsonConverter))]
[TypeConverter(typeof(SecretStringTypeConverter))]
public readonly struct SecretString : IEquatable<SecretString>
{
    internal const string Redacted = "[redacted]";

    // A shorter string is not a secret, and may be a part of any word.
    private const int ShortestSecret = 8;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string? _value;

    /// <summary>Initializes a secret from a string.</summary>
    public SecretString(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Whether there is a value; <see langword="false"/> for <see langword="default"/>.</summary>
    public bool HasValue => _value is not null;

    /// <summary>Returns the secret value. Pass it directly to its recipient; never log or store it.</summary>
    /// <exception cref="InvalidOperationException">There is no value: <see cref="HasValue"/> is <see langword="false"/>.</exception>
    public string Reveal() => _value ?? throw new InvalidOperationException("The SecretString has no value.");

    /// <summary>Returns <c>[redacted]</c>.</summary>
    public override string ToString() => Redacted;

    /// <summary>Whether both have the same value. The time does not depend on where two values of the same length differ.</summary>
    public bool Equals(SecretString other) =>
        HasValue == other.HasValue && CryptographicOperations.FixedTimeEquals(Bytes(_value), Bytes(other._value));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SecretString other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value is null ? 0 : string.GetHashCode(_value);

    /// <summary>Whether both have the same value.</summary>
    public static bool operator ==(SecretString left, SecretString right) => left.Equals(right);

    /// <summary>Whether the values differ.</summary>
    public static bool operator !=(SecretString left, SecretString right) => !left.Equals(right);

    /// <summary>Creates a secret. Only <see cref="Reveal"/> converts back.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public static implicit operator SecretString(string value) => new(value);

    /// <summary>Creates a secret; <see langword="null"/> stays <see langword="null"/>.</summary>
    public static implicit operator SecretString?(string? value) => value is null ? default(SecretString?) : new SecretString(value);

    /// <summary>Creates a secret; <see langword="null"/> becomes <see langword="default"/>.</summary>
    public static SecretString FromString(string? value) => value is null ? default : new SecretString(value);

    /// <summary>Replaces this secret in a text by <c>[redacted]</c>.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    internal string? RedactIn(string? text) =>
        _value is { Length: >= ShortestSecret } value ? text?.Replace(value, Redacted, StringComparison.Ordinal) : text;

    private static ReadOnlySpan<byte> Bytes(string? value) => MemoryMarshal.AsBytes(value.AsSpan());
}
