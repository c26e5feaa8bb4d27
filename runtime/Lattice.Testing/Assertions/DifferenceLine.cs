using Lattice.Stripe.Testing.Redaction;

namespace Lattice.Stripe.Testing.Assertions;

/// <summary>An expected value and the received one; null if there is no such value. They may be secrets, which are not shown.</summary>
internal sealed record DifferenceLine(string Name, string? Expected, string? Received)
{
    /// <summary>Whether the values differ, although they may look the same because parts are redacted.</summary>
    public bool IsDifferent { get; private init; } = Expected != Received;

    public static DifferenceLine Compare(string name, string? expected, string? received) => new(name, expected, received);

    /// <summary>Compares values of which only redacted texts are known.</summary>
    public static DifferenceLine OfRedacted(string name, string expected, string? received, bool isDifferent)
        => new(name, expected, received) { IsDifferent = isDifferent };

    /// <summary>One line if the values are equal, two if they differ.</summary>
    public IEnumerable<string> Format()
    {
        string name = MessageText.Show(Name);
        string expected = Quote(Expected);
        string received = Quote(Received);
        if (!IsDifferent)
        {
            yield return $"    {name} {expected}";
            yield break;
        }

        yield return $"  - {name} {expected}";
        yield return $"  + {name} {received}{(received == expected ? " (another value)" : "")}";
    }

    private static string Quote(string? value) => value is null ? "(not sent)" : MessageText.Quote(value);
}
