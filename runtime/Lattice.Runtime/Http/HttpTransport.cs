using System.Globalization;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;

namespace Lattice.Stripe.Http;

/// <summary>Sends one attempt of a call over HTTP and reads its whole response within the attempt's timeout.</summary>
internal sealed class HttpTransport(HttpMessageInvoker invoker, ClientSettings settings)
{
    private const int MinRead = 512;
    private const int MaxCodingLength = 32;

    /// <summary>
    /// Makes one attempt. It ends in <see cref="StripeCall.Outcome"/> and not in a result, because each type that a task returns
    /// needs its own native code.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="limit">The time for the attempt, or <see cref="Timeout.InfiniteTimeSpan"/>.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <exception cref="OperationCanceledException">The caller canceled.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask SendAsync(StripeCall call, TimeSpan limit, CancellationToken cancellationToken)
    {
        // A handler does not have to look at its token before it sends.
        cancellationToken.ThrowIfCancellationRequested();
        if (limit <= TimeSpan.Zero && limit != Timeout.InfiniteTimeSpan)
        {
            // The time ran out while the call waited. This attempt is not sent.
            Fail(call, exception: null, StripeErrorType.TimeoutError, "The total time of the call ran out before another attempt.");
            return;
        }

        using HttpRequestMessage request = call.CreateRequest();
        call.Attempts++;
        var timeout = AttemptTimeout.Start(limit, settings.Options.TimeProvider, cancellationToken);
        try
        {
            using HttpResponseMessage message = await SendAsync(request, timeout.Token).ConfigureAwait(false);
            call.UnreadStatus = (short)message.StatusCode;

            // Disposed with the message. The read loop is not a separate method: another pooled state machine adds 3 KB of native code.
            Stream body = await message.Content.ReadAsStreamAsync(timeout.Token).ConfigureAwait(false);
            int read;
            while (!call.ResponseBody.IsTruncated
                && (read = await body.ReadAsync(call.ResponseBody.GetMemory(MinRead), timeout.Token).ConfigureAwait(false)) > 0)
            {
                call.ResponseBody.Advance(read);
                call.ResponseBody.Limit(settings.Options.MaxResponseBytes);
            }

            timeout.End(settings.Options.TimeProvider);
            call.Outcome = new AttemptOutcome(CreateResponse(message, call));
        }
#pragma warning disable CA1031 // Handlers may throw anything. The error keeps the exception and the idempotency key.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            // The type of the exception proves nothing: when canceled, some handlers fail as if the connection had failed.
            cancellationToken.ThrowIfCancellationRequested();
            Fail(call, exception, timeout.IsOver ? limit : null);
        }
        finally
        {
            timeout.Dispose();
        }
    }

    // HttpClient would buffer the response itself. With ResponseHeadersRead, the body is read here, up to the limit of the options.
    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        invoker is HttpClient client
            ? client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            : invoker.SendAsync(request, cancellationToken);

    private StripeResponse CreateResponse(HttpResponseMessage message, StripeCall call) => new()
    {
        StatusCode = message.StatusCode,
        Headers = message.Headers,
        ApiKey = call.ApiKey,
        IdempotencyKey = call.IdempotencyKey,
        Attempts = call.Attempts,
        RetryAfter = RetryAfterHeader.Read(message.Headers, settings.Options.TimeProvider),
        ContentEncoding = GetUnexpectedEncoding(call.ResponseBody.Span, message.Content),
    };

    /// <summary>Ends an attempt without a response.</summary>
    /// <param name="call">The call.</param>
    /// <param name="exception">The exception that ended the attempt.</param>
    /// <param name="limit">The time limit of the attempt, if it was exceeded.</param>
    private static void Fail(StripeCall call, Exception exception, TimeSpan? limit)
    {
        if (limit is { } time)
        {
            Fail(call, exception, StripeErrorType.TimeoutError,
                $"{call.Address.IdnHost} did not respond within {time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)} s.");
        }
        else if (call.UploadFailure is { } failure)
        {
            Fail(call, failure.InnerException ?? failure, StripeErrorType.UploadError, failure.Message);
        }
        else if (exception is OperationCanceledException or TimeoutException)
        {
            Fail(call, exception, StripeErrorType.TimeoutError,
                $"{call.Address.IdnHost} did not respond within the time that the HttpClient or its handler allows.");
        }
        else
        {
            Fail(call, exception, StripeErrorType.ConnectionError,
                $"The connection to {call.Address.IdnHost} failed: {ConnectionFailure.Describe(exception)}.");
        }
    }

    private static void Fail(StripeCall call, Exception? exception, string type, string message) =>
        call.Outcome = new AttemptOutcome(new StripeError
        {
            Type = type,
            Exception = exception,
            Message = message,
            IdempotencyKey = call.IdempotencyKey,
            Attempts = call.Attempts,
        });

    /// <summary>
    /// Returns the content coding (RFC 9110, section 8.4.1) of a body that does not start like a JSON object. No request asks for one. A
    /// name that could forge a log entry is not quoted.
    /// </summary>
    private static string? GetUnexpectedEncoding(ReadOnlySpan<byte> body, HttpContent content) =>
        body is [(byte)'{', ..] || !content.Headers.NonValidated.TryGetValues("Content-Encoding", out HeaderStringValues values)
            ? null
            : GetUnexpectedEncoding(values);

    private static string? GetUnexpectedEncoding(HeaderStringValues values)
    {
        string codings = values.ToString();
        return codings.Equals("identity", StringComparison.OrdinalIgnoreCase) ? null
            : codings.Length <= MaxCodingLength && IsCoding(codings) ? codings
            : "an unknown coding";
    }

    private static bool IsCoding(string codings)
    {
        foreach (char character in codings)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('-' or ',' or ' '))
            {
                return false;
            }
        }

        return true;
    }
}
