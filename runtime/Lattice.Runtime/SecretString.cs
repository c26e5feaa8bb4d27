using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe;

/// <summary>
/// A text that must not leak by accident: a key, a bearer URL, a client secret. Only <see cref="Reveal"/> shows it; text
/// form, debugger, serializers and loggers see <c>[redacted]</c>.
/// </summary>
/// <remarks>Code that reflects over private fields can read it; it guards against accidents, not against such code.</remarks>
[DebuggerDisplay(Redacted)]
[JsonConverter(typeof(SecretStringJsonConverter))]
[TypeConverter(typeof(SecretStringTypeConverter))]
public readonly struct SecretString : IEquatable<SecretString>
{
    internal const string Redacted = "[redacted]";

    // A shorter text is no secret, but may be a part of any word.
    private const int ShortestSecret = 8;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string? _value;

    /// <summary>Keeps a text secret.</summary>
    public SecretString(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Whether there is a text; <see langword="false"/> for <see langword="default"/>.</summary>
    public bool HasValue => _value is not null;

    /// <summary>The secret text. Hand it straight to whom it is for; never log or store it.</summary>
    /// <exception cref="InvalidOperationException">There is none: <see cref="HasValue"/> is <see langword="false"/>.</exception>
    public string Reveal() => _value ?? throw new InvalidOperationException("The SecretString has no value.");

    /// <summary>Always <c>[redacted]</c>.</summary>
    public override string ToString() => Redacted;

    /// <summary>Whether both hold the same text; takes the same time wherever two texts of one length differ.</summary>
    public bool Equals(SecretString other) =>
        HasValue == other.HasValue && CryptographicOperations.FixedTimeEquals(Bytes(_value), Bytes(other._value));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SecretString other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value is null ? 0 : _value.GetHashCode(StringComparison.Ordinal);

    /// <summary>Whether both hold the same text.</summary>
    public static bool operator ==(SecretString left, SecretString right) => left.Equals(right);

    /// <summary>Whether the texts differ.</summary>
    public static bool operator !=(SecretString left, SecretString right) => !left.Equals(right);

    /// <summary>
    /// Keeps a text secret; <see langword="null"/> becomes <see langword="default"/>. There is no way back but
    /// <see cref="Reveal"/>.
    /// </summary>
    public static implicit operator SecretString(string? value) => FromString(value);

    /// <summary>Keeps a text secret; <see langword="null"/> becomes <see langword="default"/>.</summary>
    public static SecretString FromString(string? value) => value is null ? default : new SecretString(value);

    /// <summary>The text with <c>[redacted]</c> wherever it holds this secret.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    internal string? RedactIn(string? text) =>
        _value is { Length: >= ShortestSecret } value ? text?.Replace(value, Redacted, StringComparison.Ordinal) : text;

    private static ReadOnlySpan<byte> Bytes(string? value) => MemoryMarshal.AsBytes(value.AsSpan());
}
