using System.Diagnostics.CodeAnalysis;

namespace Lattice.Stripe;

/// <summary>
/// A map of parameters with keys of your own, such as metadata. An empty one sends nothing; assign
/// <see cref="Clearable.Clear"/> to clear what is stored. A text that is <see langword="null"/> deletes its key.
/// </summary>
/// <typeparam name="TValue">The type of the values.</typeparam>
public sealed class StripeMap<TValue> : Dictionary<string, TValue>
{
    /// <summary>Makes an empty map.</summary>
    public StripeMap()
        : base(StringComparer.Ordinal)
    {
    }

    /// <summary>Makes a map of the entries of another.</summary>
    public StripeMap(IEnumerable<KeyValuePair<string, TValue>> entries)
        : base(entries, StringComparer.Ordinal)
    {
    }

    private StripeMap(bool isCleared)
        : this() => IsCleared = isCleared;

    /// <summary>Sent as the name without a value, by which Stripe clears what is stored.</summary>
    [SuppressMessage("Design", "CA1000", Justification = "The named alternate of the conversion from Clearable.Clear.")]
    public static StripeMap<TValue> Cleared => new(isCleared: true);

    /// <summary>Whether the map is to be cleared.</summary>
    public bool IsCleared { get; }

    /// <exception cref="ArgumentException">There are entries, which would not be sent.</exception>
    internal void CheckCleared()
    {
        if (Count > 0)
        {
            throw new ArgumentException($"A map that clears what is stored has {Count} entries, which it cannot set: use a new StripeMap.");
        }
    }

    /// <summary>Clears the map.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = "The named alternate is Cleared.")]
    public static implicit operator StripeMap<TValue>(Clearable.Marker marker) => Cleared;

    /// <summary>How many entries there are; their values may be personal.</summary>
    public override string ToString() => IsCleared ? "Cleared" : $"{Count} entries";
}
