using System.Text.Json;

namespace Lattice.Stripe.Serialization;

/// <summary>What was found in an object of a response besides its known properties, and what was not found.</summary>
public struct ObjectFields : IEquatable<ObjectFields>
{
    // RawFields, which have the missing fields as well, or MissingFields alone: one reference, because every object has one.
    private object? _findings;

    internal readonly RawFields? Extra => _findings as RawFields;

    internal readonly IReadOnlyList<string> Missing => FindMissing()?.Names ?? (IReadOnlyList<string>)[];

    internal readonly IReadOnlyDictionary<string, JsonElement> ParseExtra() => RawFields.Parse(Extra);

    internal void AddMissing(MissingFields.Table table, string type, string name)
    {
        MissingFields missing = table.Add(FindMissing(), type, name);
        if (Extra is { } extra)
        {
            extra.Missing = missing;
        }
        else
        {
            _findings = missing;
        }
    }

    /// <summary>The extra fields, to add one.</summary>
    internal RawFields GetExtraForWriting()
    {
        if (Extra is { } extra)
        {
            return extra;
        }

        var added = new RawFields { Missing = FindMissing() };
        _findings = added;
        return added;
    }

    private readonly MissingFields? FindMissing() => _findings is RawFields extra ? extra.Missing : (MissingFields?)_findings;

    /// <inheritdoc/>
    public readonly bool Equals(ObjectFields other) => ReferenceEquals(_findings, other._findings);

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is ObjectFields other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(_findings);

    /// <summary>Whether both are the same findings.</summary>
    public static bool operator ==(ObjectFields left, ObjectFields right) => left.Equals(right);

    /// <summary>Whether the two are different findings.</summary>
    public static bool operator !=(ObjectFields left, ObjectFields right) => !left.Equals(right);
}
