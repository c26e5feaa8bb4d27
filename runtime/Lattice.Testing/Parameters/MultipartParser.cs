using System.Net.Http.Headers;
using Lattice.Stripe.Testing.Errors;

namespace Lattice.Stripe.Testing.Parameters;

/// <summary>Reads <c>multipart/form-data</c> (RFC 7578).</summary>
internal static class MultipartParser
{
    private const int MaximumBoundaryLength = 70;

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
            ApiError? error = null;
            var reader = new MultipartReader(body, boundary);
            while (reader.Read() is { } part)
            {
                if (part.Name.Length == 0)
                {
                    return ApiError.Of("Invalid multipart body: a part has no name in its Content-Disposition.");
                }

                ApiError? invalid = Add(part, parts);
                error ??= invalid;
            }

            return error;
        }
        catch (InvalidDataException exception)
        {
            return ApiError.Of($"Invalid multipart body: {exception.Message}.");
        }
    }

    private static ApiError? Add(MultipartPart part, List<BodyPart> parts)
    {
        if (part.IsFile)
        {
            var file = UploadedFile.Of(part);
            parts.Add(new BodyPart(part.Name, file.ToString(), file));
            return null;
        }

        bool isText = Utf8Text.TryDecode(part.Content, out string value);
        parts.Add(new BodyPart(part.Name, value));
        return isText ? null : ApiError.IsNotText(part.Name);
    }

    private static string BoundaryOf(string contentType)
        => MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? type)
            ? type.Parameters.FirstOrDefault(parameter => parameter.Name.Equals("boundary", StringComparison.OrdinalIgnoreCase))
                ?.Value?.Trim('"') ?? ""
            : "";
}
