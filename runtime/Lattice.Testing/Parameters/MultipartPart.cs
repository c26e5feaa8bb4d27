namespace Lattice.Stripe.Testing.Parameters;

/// <summary>A part of a multipart body.</summary>
/// <param name="disposition">Its <c>Content-Disposition</c>; null if it has none.</param>
/// <param name="contentType">Its <c>Content-Type</c>; null if it has none.</param>
/// <param name="content">Its bytes.</param>
internal sealed class MultipartPart(PartDisposition? disposition, string? contentType, byte[] content)
{
    /// <summary>The parameter's name; empty if the part has none.</summary>
    public string Name { get; } = disposition?.Name ?? "";

    /// <summary>The file's name; empty if the part is no file.</summary>
    public string FileName { get; } = disposition?.FileName ?? "";

    public string? ContentType { get; } = contentType;

    public byte[] Content { get; } = content;

    public bool IsFile => FileName.Length > 0;
}
