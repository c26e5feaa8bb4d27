using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;

namespace Lattice.Stripe;

/// <summary>A file to upload. Its content is streamed, never held in memory as a whole.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A read may outlive the call; the semaphore holds nothing of the system.")]
public sealed class StripeFileUpload
{
    // Reads take turns: the one of an attempt that was given up may still be under way.
    private readonly SemaphoreSlim _turn = new(1, 1);

    // Every attempt, and every call with this upload, sends the same bytes.
    private readonly long? _start;
    private bool _sent;

    /// <summary>Describes a file.</summary>
    /// <param name="content">The content, read from where the stream stands now. It is not disposed. One that cannot seek
    /// can be sent once.</param>
    /// <param name="fileName">The name that Stripe shows; not empty.</param>
    /// <param name="contentType">The media type, such as <c>image/png</c>; <c>application/octet-stream</c> if left out.</param>
    /// <exception cref="ArgumentException"><paramref name="content"/> cannot be read, <paramref name="fileName"/> is empty, or
    /// <paramref name="contentType"/> is no media type (RFC 9110, section 8.3.1).</exception>
    public StripeFileUpload(Stream content, string fileName, string? contentType = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        if (!content.CanRead)
        {
            throw new ArgumentException("The stream cannot be read.", nameof(content));
        }

        if (contentType is not null && !MediaTypeHeaderValue.TryParse(contentType, out _))
        {
            throw new ArgumentException($"'{contentType}' is no media type; one looks like image/png.", nameof(contentType));
        }

        Content = content;
        FileName = fileName;
        ContentType = contentType ?? "application/octet-stream";
        _start = content.CanSeek ? content.Position : null;
    }

    /// <summary>The content.</summary>
    public Stream Content { get; }

    /// <summary>The name that Stripe shows.</summary>
    public string FileName { get; }

    /// <summary>The media type.</summary>
    public string ContentType { get; }

    /// <summary>How many bytes are sent; <see langword="null"/> for a stream that does not say.</summary>
    internal long? Length => Content.CanSeek ? Content.Length - _start : null;

    /// <summary>The type's name; a file's name may be personal.</summary>
    public override string ToString() => nameof(StripeFileUpload);

    /// <exception cref="InvalidOperationException">The stream cannot seek and was read before.</exception>
    internal async Task CopyToAsync(Stream target, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_start is { } start)
            {
                Content.Position = start;
            }
            else if (_sent)
            {
                throw new InvalidOperationException("The file's stream cannot seek, so it cannot be sent again.");
            }

            _sent = true;
            await Content.CopyToAsync(target, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }
}
