using System.Runtime.CompilerServices;
using Lattice.Stripe.Serialization;

namespace Lattice.Stripe.Transport;

/// <summary>The body of a response in pooled memory, up to a limit.</summary>
internal struct ResponseBody : IDisposable
{
    private const int MinRead = 512;

    private PooledBytes _bytes;

    /// <summary>Whether the body went on behind the limit.</summary>
    public bool IsTruncated { get; private set; }

    public readonly ReadOnlySpan<byte> Span => _bytes.Span;

    /// <summary>Reads the whole body; with the facts of its response it is the outcome of the attempt.</summary>
    /// <remarks>It returns what the attempt does: for each type of result native code is made anew.</remarks>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<AttemptOutcome> ReadAsync(
        StripeResponse response, HttpContent content, int limit, CancellationToken cancellationToken)
    {
        var body = new ResponseBody();
        try
        {
            Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                int read;
                while (!body.IsTruncated
                    && (read = await stream.ReadAsync(body._bytes.GetMemory(MinRead), cancellationToken).ConfigureAwait(false)) > 0)
                {
                    body._bytes.Advance(read);
                    body.CutAt(limit);
                }
            }

            return new AttemptOutcome(response, body);
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose() => _bytes.Dispose();

    private void CutAt(int limit)
    {
        if (_bytes.Length > limit)
        {
            _bytes.Truncate(limit);
            IsTruncated = true;
        }
    }
}
