namespace Lattice.Stripe.Serialization.Json;

/// <summary>
/// The byte order mark that some servers send before UTF-8. JSON readers may ignore it
/// (<see href="https://www.rfc-editor.org/rfc/rfc8259#section-8.1">RFC 8259, section 8.1</see>); the reader of .NET does not.
/// </summary>
internal static class ByteOrderMark
{
    private static ReadOnlySpan<byte> Utf8 => [0xEF, 0xBB, 0xBF];

    public static ReadOnlySpan<byte> Skip(ReadOnlySpan<byte> text) => text.StartsWith(Utf8) ? text[Utf8.Length..] : text;
}
