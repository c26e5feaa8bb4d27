using System.Text.Json;

namespace Lattice.Stripe.Serialization;

/// <summary>What was found in an object of an answer besides its known properties, and what was not found.</summary>
public struct ObjectFields : IEquatable<ObjectFields>
{
    private RawFields? _extra;
    private List<string>? _missing;

    internal readonly IReadOnlyDictionary<string, JsonElement> ParseExtra() => RawFields.Parse(_extra);

    internal readonly IReadOnlyList<string> Missing => _missing ?? (IReadOnlyList<string>)[];

    internal void AddMissing(string name) => (_missing ??= []).Add(name);

    /// <inheritdoc/>
    public readonly bool Equals(ObjectFields other) =>
        ReferenceEquals(_extra, other._extra) && ReferenceEquals(_missing, other._missing);

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is ObjectFields other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(_extra, _missing);

    /// <summary>Whether both are the findings of the same object.</summary>
    public static bool operator ==(ObjectFields left, ObjectFields right) => left.Equals(right);

    /// <summary>Whether the two are findings of different objects.</summary>
    public static bool operator !=(ObjectFields left, ObjectFields right) => !left.Equals(right);

    internal void AddExtra(string name, ReadOnlySpan<byte> json) => (_extra ??= new RawFields()).Add(name, json);
}
