using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lattice.Stripe.Testing.Answers;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Lattice.Stripe.Testing.Parameters;

/// <summary>Reads <c>multipart/form-data</c> (RFC 7578).</summary>
internal static class MultipartParser
{
    private const int ShownDigestBytes = 8;

    /// <summary>Adds the parts to <paramref name="parts"/>, or says why they cannot be read.</summary>
    public static async ValueTask<Refusal?> ParseAsync(string contentType, byte[] body, List<BodyPart> parts)
    {
        string boundary = MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? type)
            ? HeaderUtilities.RemoveQuotes(type.Boundary).ToString()
            : "";
        if (boundary.Length == 0) return Refusal.Of("Invalid multipart body: the Content-Type names no boundary.");

        using var stream = new MemoryStream(body);
        try
        {
            var reader = new MultipartReader(boundary, stream);
            while (await reader.ReadNextSectionAsync().ConfigureAwait(false) is { } section)
            {
                if (section.GetContentDispositionHeader() is not { } disposition || disposition.Name.Length == 0)
                    return Refusal.Of("Invalid multipart body: a part has no name in its Content-Disposition.");
                parts.Add(await ReadAsync(section, disposition).ConfigureAwait(false));
            }

            return null;
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException)
        {
            return Refusal.Of("Invalid multipart body: it ends before its last boundary, or a part is too large.");
        }
        catch (ArgumentOutOfRangeException)
        {
            return Refusal.Of($"Invalid multipart body: its boundary has {boundary.Length} characters; RFC 2046 allows 70.");
        }
    }

    private static async ValueTask<BodyPart> ReadAsync(MultipartSection section, ContentDispositionHeaderValue disposition)
    {
        using var content = new MemoryStream();
        await section.Body.CopyToAsync(content).ConfigureAwait(false);
        string name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
        bool isFile = disposition.IsFileDisposition();
        return new BodyPart(
            name,
            isFile ? Describe(section, disposition, content.ToArray()) : Encoding.UTF8.GetString(content.ToArray()),
            isFile);
    }

    /// <summary>A file in a line of text, by which two files can be told apart.</summary>
    private static string Describe(MultipartSection section, ContentDispositionHeaderValue disposition, byte[] content)
    {
        string digest = Convert.ToHexString(SHA256.HashData(content).AsSpan(0, ShownDigestBytes));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{HeaderUtilities.RemoveQuotes(disposition.FileName)} ({section.ContentType}, {content.Length} bytes, SHA-256 {digest}…)");
    }
}
