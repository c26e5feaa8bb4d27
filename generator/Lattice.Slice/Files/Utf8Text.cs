using System.Text;
using System.Text.Unicode;

namespace Lattice.Slice.Files;

/// <summary>Decodes the bytes of a file.</summary>
internal static class Utf8Text
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static bool HasByteOrderMark(ReadOnlySpan<byte> utf8) => utf8.StartsWith(ByteOrderMark);

    /// <summary>The text, without the byte order mark.</summary>
    /// <param name="name">The name of the file in messages.</param>
    /// <exception cref="CommandFailedException">The bytes are not UTF-8.</exception>
    public static string Decode(ReadOnlySpan<byte> utf8, string name)
    {
        ReadOnlySpan<byte> text = HasByteOrderMark(utf8) ? utf8[ByteOrderMark.Length..] : utf8;
        return Utf8.IsValid(text)
            ? Encoding.UTF8.GetString(text)
            : throw new CommandFailedException($"{name} is not UTF-8 text. Save it as UTF-8.");
    }
}
