namespace Lattice.Stripe;

/// <summary>A file to upload. Its content is streamed, never held in memory as a whole.</summary>
public sealed class StripeFileUpload
{
    /// <summary>Describes a file.</summary>
    /// <param name="content">The content, read from where the stream stands. It is not disposed. One that cannot seek can be sent once.</param>
    /// <param name="fileName">The name that Stripe shows; not empty.</param>
    /// <param name="contentType">The media type, such as <c>image/png</c>; <c>application/octet-stream</c> if left out.</param>
    public StripeFileUpload(Stream content, string fileName, string? contentType = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        Content = content;
        FileName = fileName;
        ContentType = contentType ?? "application/octet-stream";
    }

    /// <summary>The content.</summary>
    public Stream Content { get; }

    /// <summary>The name that Stripe shows.</summary>
    public string FileName { get; }

    /// <summary>The media type.</summary>
    public string ContentType { get; }

    /// <summary>The type's name; a file's name may be personal.</summary>
    public override string ToString() => nameof(StripeFileUpload);
}
