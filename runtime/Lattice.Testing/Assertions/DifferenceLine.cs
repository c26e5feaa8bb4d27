namespace Lattice.Stripe.Testing.Assertions;

/// <summary>A value that was expected or received; null where it was not.</summary>
internal sealed record DifferenceLine(string Name, string? Expected, string? Received)
{
    public bool IsDifferent => Expected != Received;

    public static DifferenceLine Compare(string name, string? expected, string? received) => new(name, expected, received);

    /// <summary>One line where both agree or one has nothing, two where they differ.</summary>
    public IEnumerable<string> Show()
    {
        if (!IsDifferent)
        {
            yield return Expected is null ? $"    {Name} (not sent)" : $"    {Name} {Quote(Expected)}";
            yield break;
        }

        yield return Expected is null ? $"  - {Name} (not sent)" : $"  - {Name} {Quote(Expected)}";
        yield return Received is null ? $"  + {Name} (not sent)" : $"  + {Name} {Quote(Received)}";
    }

    /// <summary>Quotes show where white space begins and ends, and keep the value on its line.</summary>
    private static string Quote(string value)
    {
        string escaped = value
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\r", "\\r", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);
        return $"\"{escaped}\"";
    }
}
