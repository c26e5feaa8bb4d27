using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Lattice.Stripe.Testing.Errors;

namespace Lattice.Stripe.Testing.Parameters;

/// <summary>Reads <c>multipart/form-data</c> (RFC 7578).</summary>
internal static class MultipartParser
{
    private const int MaximumBoundaryLength = 70;
    private const int ShownDigestBytes = 8;

    /// <summary>Adds the parts to <paramref name="parts"/>, or returns why they cannot be read.</summary>
    public static ApiError? Parse(string contentType, byte[] body, List<BodyPart> parts)
    {
        string boundary = BoundaryOf(contentType);
        if (boundary.Length == 0)
        {
            return ApiError.Of("Invalid multipart body: the Content-Type has no boundary.");
        }

        if (boundary.Length > MaximumBoundaryLength)
        {
            return ApiError.Of(
                $"Invalid multipart body: its boundary has {boundary.Length} characters; RFC 2046 allows {MaximumBoundaryLength}.");
        }

        try
        {
            var reader = new MultipartReader(body, boundary);
            while (reader.Read() is { } part)
            {
                if (part.Name.Length == 0)
                {
                    return ApiError.Of("Invalid multipart body: a part has no name in its Content-Disposition.");
                }

                parts.Add(part.IsFile
                    ? new BodyPart(part.Name, Describe(part), new SentFile(part.FileName, part.Content.Length))
                    : new BodyPart(part.Name, Encoding.UTF8.GetString(part.Content), File: null));
            }

            return null;
        }
        catch (InvalidDataException exception)
        {
            return ApiError.Of($"Invalid multipart body: {exception.Message}.");
        }
    }

    private static string BoundaryOf(string contentType)
        => MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? type)
            ? type.Parameters.FirstOrDefault(parameter => parameter.Name.Equals("boundary", StringComparison.OrdinalIgnoreCase))
                ?.Value?.Trim('"') ?? ""
            : "";

    /// <summary>Describes a file in one line that identifies it.</summary>
    private static string Describe(MultipartPart file)
    {
        string digest = Convert.ToHexString(SHA256.HashData(file.Content).AsSpan(0, ShownDigestBytes));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{file.FileName} ({file.ContentType}, {file.Content.Length} bytes, SHA-256 {digest}…)");
    }
}
