using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net.Http.Headers;
using Lattice.Stripe.Serialization;
using Lattice.Stripe.Serialization.Multipart;

namespace Lattice.Stripe;

/// <summary>
/// A file to upload. Its content is streamed and never buffered as a whole. If the stream fails, is closed or ends early during the
/// upload, the call ends with a <see cref="StripeErrorType.UploadError"/> and is not repeated.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A read may outlive the call, and the semaphore holds no system resource.")]
public sealed class StripeFileUpload
{
    private const int BufferSize = 81_920;

    // One read at a time: a read of an abandoned attempt may still be in progress.
    private readonly SemaphoreSlim _turn = new(1, 1);

    // The position where every attempt, and every call with this upload, starts; null if the stream cannot seek.
    private readonly long? _start;
    private bool _sent;

    /// <summary>Initializes an upload.</summary>
    /// <param name="content">
    /// The content: from the current position of the stream to its end when a call begins. It is not disposed. A stream that cannot
    /// seek can be sent once.
    /// </param>
    /// <param name="fileName">The name that Stripe shows; not empty, without control characters.</param>
    /// <param name="contentType">The media type, such as <c>image/png</c>; default <c>application/octet-stream</c>.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="content"/> cannot be read, <paramref name="fileName"/> is empty or contains a control character, or
    /// <paramref name="contentType"/> is not a media type (RFC 9110, section 8.3.1).
    /// </exception>
    public StripeFileUpload(Stream content, string fileName, string? contentType = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        if (!content.CanRead)
        {
            throw new ArgumentException("The stream cannot be read.", nameof(content));
        }

        if (fileName.Any(char.IsControl))
        {
            throw new ArgumentException(
                "The file name contains a control character. Remove line ends, tabs and null characters.", nameof(fileName));
        }

        if (contentType is not null && !MediaTypeHeaderValue.TryParse(contentType, out _))
        {
            throw new ArgumentException($"'{contentType}' is not a media type, such as image/png.", nameof(contentType));
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

    /// <summary>Whether the content can be sent more than once.</summary>
    internal bool IsReplayable => _start is not null;

    /// <summary>Returns the type's name. It does not contain the file's name, which may be personal data.</summary>
    public override string ToString() => nameof(StripeFileUpload);

    /// <summary>Begins a call with the file.</summary>
    /// <param name="parameter">The name of the parameter.</param>
    /// <exception cref="ArgumentException">
    /// The stream was closed, was read before and cannot seek, or is positioned after its end.
    /// </exception>
    internal UploadedFile Open(string parameter)
    {
        if (!Content.CanRead)
        {
            throw CreateException("was closed", null);
        }

        if (_start is not { } start)
        {
            return _sent
                ? throw CreateException("cannot seek and was sent before", null)
                : new UploadedFile(parameter, this, Length: null);
        }

        long end;
        try
        {
            end = Content.Length;
        }
#pragma warning disable CA1031 // A stream may throw anything; the message names the stream.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            throw CreateException($"does not report its length ({exception.GetType().Name})", exception);
        }

        return end >= start ? new UploadedFile(parameter, this, end - start) : throw CreateException(
            string.Create(CultureInfo.InvariantCulture, $"is positioned after its end, at {start} of {end} bytes"), null);

        ArgumentException CreateException(string reason, Exception? inner) =>
            new($"The file of the parameter '{parameter}' cannot be sent: its stream {reason}.", parameter, inner);
    }

    /// <summary>Sends the file once.</summary>
    /// <exception cref="UploadFailureException">The stream failed.</exception>
    internal async Task CopyToAsync(Stream target, UploadedFile file, MultipartBody body, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        Task<int> reading = Task.FromResult(0);
        try
        {
            GoToStart(file, body);
            long sent = 0;
            while (GetWanted(buffer, sent, file) is var wanted and > 0)
            {
                reading = StartRead(buffer.AsMemory(0, wanted), file, body, cancellationToken);
                int read = await EndReadAsync(reading, wanted, sent, file, body, cancellationToken).ConfigureAwait(false);
                if (read == 0)
                {
                    break;
                }

                await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                sent += read;
            }
        }
        finally
        {
            // A stream that ignores its token may still be reading into the buffer when the attempt is abandoned.
            if (reading.IsCompleted)
            {
                End(buffer);
            }
            else
            {
                _ = reading.ContinueWith(
                    _ => End(buffer), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            }
        }
    }

    private void End(byte[] buffer)
    {
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        _turn.Release();
    }

    private void GoToStart(UploadedFile file, MultipartBody body)
    {
        if (_start is null && _sent)
        {
            throw body.Fail(file, "its stream cannot seek and was read before", null);
        }

        _sent = true;
        try
        {
            if (_start is { } start)
            {
                Content.Position = start;
            }
        }
        catch (Exception exception)
        {
            throw body.Fail(file, $"its stream threw {exception.GetType().Name}", exception);
        }
    }

    private static int GetWanted(byte[] buffer, long sent, UploadedFile file) =>
        (int)Math.Min(buffer.Length, (file.Length ?? long.MaxValue) - sent);

    private Task<int> StartRead(Memory<byte> buffer, UploadedFile file, MultipartBody body, CancellationToken cancellationToken)
    {
        try
        {
            return Content.ReadAsync(buffer, cancellationToken).AsTask();
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw body.Fail(file, $"its stream threw {exception.GetType().Name}", exception);
        }
    }

    /// <summary>Returns how many bytes were read; 0 at the end. It does not wait for a stream that ignores its token.</summary>
    private static async ValueTask<int> EndReadAsync(
        Task<int> reading, int wanted, long sent, UploadedFile file, MultipartBody body, CancellationToken cancellationToken)
    {
        int read;
        try
        {
            read = await reading.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw body.Fail(file, $"its stream threw {exception.GetType().Name}", exception);
        }

        if (read < 0 || read > wanted)
        {
            throw body.Fail(
                file, string.Create(CultureInfo.InvariantCulture, $"its stream returned {read} for a read of {wanted} bytes"), null);
        }

        return read > 0 || file.Length is null ? read : throw body.Fail(
            file, string.Create(CultureInfo.InvariantCulture, $"its stream ended after {sent} of {file.Length} bytes"), null);
    }
}
