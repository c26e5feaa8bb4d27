using System.Net.Http.Headers;

namespace Lattice.Stripe.Testing.Parameters;

/// <summary>A part of a multipart body.</summary>
/// <param name="disposition">Its <c>Content-Disposition</c>; null if it has none that can be read.</param>
/// <param name="contentType">Its <c>Content-Type</c>; null if it has none.</param>
/// <param name="content">Its bytes.</param>
internal sealed class MultipartPart(ContentDispositionHeaderValue? disposition, string? contentType, byte[] content)
{
    /// <summary>The parameter's name; empty if the part has none.</summary>
    public string Name { get; } = Unquote(disposition?.Name);

    /// <summary>The file's name; empty if the part has none.</summary>
    public string FileName { get; } = Unquote(disposition?.FileName) is { Length: > 0 } plain ? plain : disposition?.FileNameStar ?? "";

    public string? ContentType { get; } = contentType;

    public byte[] Content { get; } = content;

    public bool IsFile => FileName.Length > 0
        && string.Equals(disposition?.DispositionType, "form-data", StringComparison.OrdinalIgnoreCase);

    private static string Unquote(string? text) => text is ['"', .. var inner, '"'] ? inner : text ?? "";
}
