using System.Text.RegularExpressions;

namespace Lattice.Conformance.Encoding;

/// <summary>A part of a <c>multipart/form-data</c> body.</summary>
internal sealed record Part(string Name, string? FileName, string? ContentType, byte[] Bytes);

/// <summary>Reads a <c>multipart/form-data</c> body (RFC 7578) as browsers and Stripe's libraries write it.</summary>
internal static partial class MultipartBodyReader
{
    // In Latin-1 every byte is a character, so bytes can be searched as text.
    private static readonly System.Text.Encoding s_bytes = System.Text.Encoding.Latin1;

    public static IReadOnlyList<Part> Read(byte[] body, string boundary)
    {
        string text = "\r\n" + s_bytes.GetString(body);
        string[] sections = text.Split("\r\n--" + boundary);
        if (sections.Length < 2 || sections[0].Length > 0 || !sections[^1].StartsWith("--", StringComparison.Ordinal))
        {
            throw new FormatException("the body does not start and end with its boundary");
        }

        return [.. sections[1..^1].Select(ReadPart)];
    }

    private static Part ReadPart(string section)
    {
        int end = section.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
        {
            throw new FormatException("the headers of a part do not end");
        }

        string headers = System.Text.Encoding.UTF8.GetString(s_bytes.GetBytes(section[..end]));
        return new Part(
            Name().Match(headers) is { Success: true } name ? name.Groups[1].Value : throw new FormatException("a part has no name"),
            FileName().Match(headers) is { Success: true } file ? file.Groups[1].Value : null,
            ContentType().Match(headers) is { Success: true } type ? type.Groups[1].Value.Trim() : null,
            s_bytes.GetBytes(section[(end + 4)..]));
    }

    [GeneratedRegex("""[; ]name="?([^";\r\n]*)"?""", RegexOptions.IgnoreCase)]
    private static partial Regex Name();

    [GeneratedRegex("""[; ]filename="?([^";\r\n]*)"?""", RegexOptions.IgnoreCase)]
    private static partial Regex FileName();

    [GeneratedRegex(@"^Content-Type:([^\r\n]*)", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex ContentType();
}
