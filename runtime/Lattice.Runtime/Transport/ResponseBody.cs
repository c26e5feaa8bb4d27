using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using Lattice.Stripe.Observability;
using Lattice.Stripe.Serialization;

namespace Lattice.Stripe.Transport;

/// <summary>Reads the body of a response into pooled memory, up to a limit.</summary>
internal static class ResponseBody
{
    private const int MinRead = 512;

    /// <summary>Reads the whole body; with the facts of its response it is the outcome of the attempt.</summary>
    /// <remarks>It returns what the attempt does: for each type of result native code is made anew.</remarks>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<AttemptOutcome> ReadAsync(
        StripeResponse response, HttpContent content, int limit, CancellationToken cancellationToken)
    {
        var body = new PooledBytes();
        try
        {
            Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                int read;
                while (!body.IsCut
                    && (read = await stream.ReadAsync(body.GetMemory(MinRead), cancellationToken).ConfigureAwait(false)) > 0)
                {
                    body.Advance(read);
                    body.CutAt(limit);
                }
            }

            response.ContentEncoding = GetUnexpectedEncoding(body.Span, content);
            return new AttemptOutcome(response, body);
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    /// <summary>
    /// The content coding (RFC 9110, section 8.4.1) of a body that does not start as a JSON object does. Every request asks for
    /// none.
    /// </summary>
    private static string? GetUnexpectedEncoding(ReadOnlySpan<byte> body, HttpContent content) =>
        body is not [(byte)'{', ..] && content.Headers.NonValidated.TryGetValues("Content-Encoding", out HeaderStringValues codings)
            ? SafeText.Name(codings.ToString())
            : null;
}
