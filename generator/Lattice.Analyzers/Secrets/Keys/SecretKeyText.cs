namespace Lattice.Analyzers.Secrets.Keys;

/// <summary>Finds Stripe's secret keys in a text.</summary>
/// <remarks>
/// Keys have at least 24 random letters and digits after their prefix. A shorter text, one that consists of few different characters or of
/// runs of the alphabet or of digits, and one with a word such as <c>your</c> or <c>example</c> is a placeholder.
/// </remarks>
internal static class SecretKeyText
{
    private const int MinLength = 16;
    private const int MinDifferent = 8;

    private static readonly string[] s_words =
    [
        "your", "secret", "example", "sample", "placeholder", "dummy", "fake", "mock", "insert", "replace", "change", "goes", "here", "stripe",
        "redacted", "apikey", "mykey", "livekey", "testkey", "notreal", "whatever",
    ];

    /// <summary>The first key in a text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="isWhole">Whether the text is the key and nothing else.</param>
    public static SecretKeyKind? Find(string text, out bool isWhole)
    {
        isWhole = false;
        if (text.Length < MinLength || text.IndexOf('_') < 0)
        {
            return null;
        }

        foreach (SecretKeyKind kind in SecretKeyKind.All)
        {
            for (int start = IndexOf(text, kind, 0); start >= 0; start = IndexOf(text, kind, start + 1))
            {
                int end = start + kind.Prefix.Length;
                while (end < text.Length && kind.Allows(text[end]))
                {
                    end++;
                }

                if (IsKey(text, start, start + kind.Prefix.Length, end))
                {
                    isWhole = start == 0 && end == text.Length;
                    return kind;
                }
            }
        }

        return null;
    }

    private static int IndexOf(string text, SecretKeyKind kind, int start) => text.IndexOf(kind.Prefix, start, StringComparison.Ordinal);

    private static bool IsKey(string text, int start, int random, int end)
    {
        if (end - random < MinLength
            || (start > 0 && char.IsLetterOrDigit(text[start - 1]))
            || (end < text.Length && IsContinued(text, end)))
        {
            return false;
        }

        string key = text.Substring(random, end - random);
        return key.Distinct().Count() >= MinDifferent
            && !IsInOrder(key)
            && !s_words.Any(word => key.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
    }

    /// <summary>Whether most characters follow the ones before them, as in <c>abcdefghijklmnop</c> and <c>1234567890</c>.</summary>
    private static bool IsInOrder(string key)
    {
        const string Order = "0123456789abcdefghijklmnopqrstuvwxyz";
        const string Wrapped = "90za9a";
        string lower = key.ToLowerInvariant();
        int next = Enumerable.Range(0, lower.Length - 1).Count(index => lower.Substring(index, 2) is var pair
            && (Order.Contains(pair) || (Wrapped.IndexOf(pair, StringComparison.Ordinal) is var position and >= 0 && position % 2 == 0)));
        return next * 2 >= lower.Length - 1;
    }

    /// <summary>Whether what follows shows that the text is a name or an abbreviated key.</summary>
    private static bool IsContinued(string text, int end) => text[end] is '_' or '*' or '\u2026'
        || text.IndexOf("...", end, StringComparison.Ordinal) == end;
}
