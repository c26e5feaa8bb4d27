namespace Lattice.Slice.Output;

/// <summary>Wraps text at spaces. A word that is too long stays whole, so that names and locations can be copied.</summary>
internal static class TextWrapper
{
    /// <param name="indent">The number of spaces before each line but the first.</param>
    public static IEnumerable<string> Wrap(string text, int width, int indent)
    {
        string line = "";
        foreach (string word in SplitWords(text))
        {
            if (line.Trim().Length > 0 && line.Length + word.TrimEnd().Length > width)
            {
                yield return line.TrimEnd();
                line = new string(' ', indent) + word.TrimStart();
            }
            else
            {
                line += word;
            }
        }

        yield return line.TrimEnd();
    }

    /// <summary>The number of characters of the longest word.</summary>
    public static int GetLongestWord(string text) => text.Split(' ').Max(word => word.Length);

    /// <summary>The words, each with the spaces before it.</summary>
    private static IEnumerable<string> SplitWords(string text)
    {
        int start = 0;
        for (int i = 1; i < text.Length; i++)
        {
            if (text[i] == ' ' && text[i - 1] != ' ')
            {
                yield return text[start..i];
                start = i;
            }
        }

        yield return text[start..];
    }
}
