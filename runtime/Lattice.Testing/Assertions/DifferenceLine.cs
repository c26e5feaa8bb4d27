namespace Lattice.Stripe.Testing.Assertions;

/// <summary>An expected value and the received one; null if there is no such value.</summary>
internal sealed record DifferenceLine(string Name, string? Expected, string? Received)
{
    public bool IsDifferent => Expected != Received;

    public static DifferenceLine Compare(string name, string? expected, string? received) => new(name, expected, received);

    /// <summary>One line if the values are equal, two if they differ.</summary>
    public IEnumerable<string> Format()
    {
        if (!IsDifferent)
        {
            yield return Expected is null ? $"    {Name} (not sent)" : $"    {Name} {Quote(Expected)}";
            yield break;
        }

        yield return Expected is null ? $"  - {Name} (not sent)" : $"  - {Name} {Quote(Expected)}";
        yield return Received is null ? $"  + {Name} (not sent)" : $"  + {Name} {Quote(Received)}";
    }

    /// <summary>Quotes a value so that white space is visible and the value stays on one line.</summary>
    private static string Quote(string value)
    {
        string escaped = value
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\r", "\\r", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);
        return $"\"{escaped}\"";
    }
}
