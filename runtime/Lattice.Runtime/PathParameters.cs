using System.Collections;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Lattice.Stripe;

/// <summary>
/// The values for the <c>{placeholders}</c> of an operation's route, in the order of the route. Write them as a collection
/// expression: <c>["acct_123"]</c>, or <c>[]</c> for a route without placeholders.
/// </summary>
[CollectionBuilder(typeof(PathParameters), nameof(Create))]
public readonly struct PathParameters : IReadOnlyList<string>, IEquatable<PathParameters>
{
    private readonly string[]? _values;

    private PathParameters(string[] values) => _values = values;

    /// <summary>The number of values.</summary>
    public int Count => _values?.Length ?? 0;

    /// <summary>The value of the placeholder at <paramref name="index"/>, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such placeholder.</exception>
    public string this[int index] => (uint)index < (uint)Count
        ? _values![index]
        : throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>Creates the list for a collection expression.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static PathParameters Create(ReadOnlySpan<string> values) => values.IsEmpty ? default : new(values.ToArray());

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)(_values ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(PathParameters other) =>
        _values.AsSpan().SequenceEqual(other._values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PathParameters other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Count > 0 ? _values![^1] : "");

    /// <summary>Whether both hold the same values in the same order.</summary>
    public static bool operator ==(PathParameters left, PathParameters right) => left.Equals(right);

    /// <summary>Whether the values or their order differ.</summary>
    public static bool operator !=(PathParameters left, PathParameters right) => !left.Equals(right);
}
