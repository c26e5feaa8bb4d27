using System.Diagnostics.CodeAnalysis;

namespace Lattice.Stripe;

/// <summary>
/// A map of parameters with your own keys, such as metadata. An empty map sends nothing; assign <see cref="Clearable.Clear"/> to
/// clear the stored map. A value that is <see langword="null"/> deletes the key at Stripe.
/// </summary>
/// <typeparam name="TValue">The type of the values.</typeparam>
public sealed class StripeMap<TValue> : Dictionary<string, TValue>
{
    /// <summary>Initializes an empty map.</summary>
    public StripeMap()
        : base(StringComparer.Ordinal)
    {
    }

    /// <summary>Initializes a map with the entries of another one.</summary>
    public StripeMap(IEnumerable<KeyValuePair<string, TValue>> entries)
        : base(entries, StringComparer.Ordinal)
    {
    }

    private StripeMap(bool isCleared)
        : this() => IsCleared = isCleared;

    /// <summary>Clears the stored map: the name is sent without a value.</summary>
    [SuppressMessage("Design", "CA1000", Justification = "The named alternate of the conversion from Clearable.Clear.")]
    public static StripeMap<TValue> Cleared => new(isCleared: true);

    /// <summary>Whether the parameter clears the stored map.</summary>
    public bool IsCleared { get; }

    /// <exception cref="ArgumentException">The map has entries, which would not be sent.</exception>
    internal void CheckCleared()
    {
        if (Count > 0)
        {
            throw new ArgumentException(
                $"A cleared map has {Count} entries, which would not be sent. To set entries, use a new StripeMap.");
        }
    }

    /// <summary>Clears the map.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = "The named alternate is Cleared.")]
    public static implicit operator StripeMap<TValue>(Clearable.Marker marker) => Cleared;

    /// <summary>Returns the number of entries. It does not contain their values, which may be personal data.</summary>
    public override string ToString() => IsCleared ? "Cleared" : $"{Count} entries";
}
