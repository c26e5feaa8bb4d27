namespace Lattice.TestSupport.Mutation;

/// <summary>Inserts one random error into a text, the same one for the same random numbers.</summary>
/// <param name="random">Decides everything.</param>
public sealed class TextMutator(Random random)
{
    private static readonly string[] s_insertions =
    [
        ",", "{", "}", "[", "]", "\"", "\\", "\\ud800", "\u0001", "1", "tru", "\n", "\r", "\0", "\u001b[31m", "\u2028", "\ud800", "\uFEFF",
        "&", "=", "%", "%ff", "%00", "+", ";", "--", "é", "😀", "null", "/*", "//",
    ];

    public string Mutate(string text)
    {
        int index = random.Next(text.Length + 1);
        int length = Math.Min(random.Next(1, random.OneIn(2) ? 3 : 200), text.Length - index);
        return random.Next(6) switch
        {
            0 => text[..index],
            1 => text.Remove(index, length),
            2 => text.Insert(index, text.Substring(index, length)),
            3 => string.Concat(text.AsSpan(0, index), text.AsSpan(index + length), text.AsSpan(index, length)),
            _ => text.Insert(index, random.Pick(s_insertions)),
        };
    }
}
