using System.Text;

namespace Lattice.Slice.Configuration;

/// <summary>Edits of JSON in UTF-8 that leave every other byte unchanged.</summary>
internal static class Utf8Edits
{
    /// <summary>Replaces a range of bytes.</summary>
    public static byte[] Splice(this byte[] utf8, int start, int end, string text) =>
        [.. utf8.AsSpan(0, start), .. Encoding.UTF8.GetBytes(text), .. utf8.AsSpan(end)];

    /// <summary>The white space before a value, after the preceding comma or bracket.</summary>
    public static string GetSpaceBefore(this byte[] utf8, int end)
    {
        int start = end;
        while (utf8[start - 1] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            start--;
        }

        return Encoding.UTF8.GetString(utf8, start, end - start);
    }
}
