using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using Lattice.Stripe.Observability;
using Lattice.Stripe.Serialization;

namespace Lattice.Stripe.Transport;

/// <summary>Reads the body of a response into pooled memory, up to a limit.</summary>
internal static class ResponseBody
{
    private const int MinRead = 512;

    /// <summary>Reads the whole body into <see cref="StripeCall.ResponseBody"/>.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public static async ValueTask ReadAsync(StripeCall call, HttpContent content, int limit, CancellationToken cancellationToken)
    {
        Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            int read;
            while (!call.ResponseBody.IsCut
                && (read = await stream.ReadAsync(call.ResponseBody.GetMemory(MinRead), cancellationToken).ConfigureAwait(false)) > 0)
            {
                call.ResponseBody.Advance(read);
                call.ResponseBody.CutAt(limit);
            }
        }
    }

    /// <summary>
    /// The content coding (RFC 9110, section 8.4.1) of a body that does not start as a JSON object does. Every request asks for
    /// none.
    /// </summary>
    public static string? GetUnexpectedEncoding(in PooledBytes body, HttpContent content) =>
        body.Span is not [(byte)'{', ..] && content.Headers.NonValidated.TryGetValues("Content-Encoding", out HeaderStringValues codings)
            ? SafeText.Name(codings.ToString())
            : null;
}
