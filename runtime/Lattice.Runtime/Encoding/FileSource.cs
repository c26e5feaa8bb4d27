using System.Diagnostics.CodeAnalysis;

namespace Lattice.Stripe.Serialization;

/// <summary>
/// A file of the caller's that every attempt of a call reads from the same place. The stream stays open. Reads take turns: the
/// one of an attempt that was given up may still be under way.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A read may outlive the call; the semaphore holds nothing of the system.")]
internal sealed class FileSource(StripeFileUpload file)
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly long? _start = file.Content.CanSeek ? file.Content.Position : null;
    private bool _sent;

    public StripeFileUpload File => file;

    /// <summary>How many bytes are sent; <see langword="null"/> for a stream that does not say.</summary>
    public long? Length => file.Content.CanSeek ? file.Content.Length - _start : null;

    /// <exception cref="InvalidOperationException">The stream cannot seek and was read before.</exception>
    public async Task CopyToAsync(Stream target, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_start is { } start)
            {
                file.Content.Position = start;
            }
            else if (_sent)
            {
                throw new InvalidOperationException("The file's stream cannot seek, so it cannot be sent again.");
            }

            _sent = true;
            await file.Content.CopyToAsync(target, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }
}
