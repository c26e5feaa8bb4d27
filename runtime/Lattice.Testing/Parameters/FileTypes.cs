using System.Collections.Frozen;

namespace Lattice.Stripe.Testing.Parameters;

/// <summary>The types of uploaded files as Stripe names them in <c>type</c>: <c>csv</c>, <c>jpg</c>, <c>pdf</c>, <c>png</c>.</summary>
internal static class FileTypes
{
    private const int MaximumExtensionLength = 10;

    private static readonly FrozenDictionary<string, string> s_byMediaType = new Dictionary<string, string>
    {
        ["application/json"] = "json",
        ["application/msword"] = "doc",
        ["application/pdf"] = "pdf",
        ["application/vnd.ms-excel"] = "xls",
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = "xlsx",
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = "docx",
        ["application/zip"] = "zip",
        ["image/gif"] = "gif",
        ["image/jpeg"] = "jpg",
        ["image/png"] = "png",
        ["image/webp"] = "webp",
        ["text/csv"] = "csv",
        ["text/plain"] = "txt",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The type by the first bytes, else by the extension of the name, else by the media type; null if none tells.</summary>
    public static string? Find(ReadOnlySpan<byte> content, string name, string? mediaType)
        => FindBySignature(content)
        ?? FindByExtension(name)
        ?? s_byMediaType.GetValueOrDefault(mediaType?.Split(';')[0].Trim() ?? "");

    private static string? FindBySignature(ReadOnlySpan<byte> content)
        => content.StartsWith("%PDF-"u8) ? "pdf"
        : content.StartsWith("GIF8"u8) ? "gif"
        : content.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) ? "png"
        : content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "jpg"
        : null;

    private static string? FindByExtension(string name)
    {
        int dot = name.LastIndexOf('.');
        string extension = dot < 0 ? "" : name[(dot + 1)..].ToLowerInvariant();
        return extension.Length is 0 or > MaximumExtensionLength || !extension.All(char.IsAsciiLetterOrDigit) ? null
            : extension == "jpeg" ? "jpg"
            : extension;
    }
}
