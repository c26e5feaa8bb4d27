using System.Text;
using System.Text.Unicode;

namespace Lattice.Stripe.Testing.Parameters;

/// <summary>
/// Decodes UTF-8, and reports bytes that are not. They must not become U+FFFD, because a caller would not see its mistake.
/// </summary>
internal static class Utf8Text
{
    /// <summary>Decodes the bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="text">The text; if the bytes are not UTF-8, the closest text, for messages.</param>
    /// <returns>Whether the bytes are UTF-8.</returns>
    public static bool TryDecode(ReadOnlySpan<byte> bytes, out string text)
    {
        text = Encoding.UTF8.GetString(bytes);
        return Utf8.IsValid(bytes);
    }
}
