using System.Globalization;
using System.Runtime.CompilerServices;

namespace Lattice.Stripe.Transport;

/// <summary>Sends one attempt of a call over HTTP and reads its whole response within the attempt's timeout.</summary>
internal sealed class HttpTransport(HttpMessageInvoker invoker, ClientSettings settings)
{
    /// <summary>Makes one attempt, within what is left of the call's total time if that is limited.</summary>
    /// <exception cref="StripeCanceledException">The caller canceled.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<AttemptOutcome> SendAsync(StripeCall call, CancellationToken cancellationToken)
    {
        // A handler need not look at its token before it sends.
        if (cancellationToken.IsCancellationRequested)
        {
            throw call.Cancel(cancellationToken);
        }

        TimeSpan limit = GetLimit(call);
        if (limit <= TimeSpan.Zero && limit != Timeout.InfiniteTimeSpan)
        {
            // The time ran out while the call waited for this attempt, which is never sent.
            return Fail(call, exception: null, StripeErrorType.TimeoutError, "The total time of the call ran out before another attempt.");
        }

        using HttpRequestMessage request = call.CreateRequest();
        call.Attempts++;
        var timeout = AttemptTimeout.Start(limit, settings.Options.TimeProvider, cancellationToken);
        try
        {
            using HttpResponseMessage message = await SendAsync(request, timeout.Token).ConfigureAwait(false);
            await ResponseBody.ReadAsync(call, message.Content, settings.Options.MaxResponseBytes, timeout.Token).ConfigureAwait(false);
            timeout.End(settings.Options.TimeProvider);
            return new AttemptOutcome(CreateResponse(message, call));
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // Which exception it is says little: told to stop, some handlers end as if the connection had failed.
            throw call.Cancel(cancellationToken);
        }
        catch (Exception exception) when (timeout.IsOver)
        {
            return Fail(call, exception, StripeErrorType.TimeoutError,
                string.Create(CultureInfo.InvariantCulture, $"{call.Address.IdnHost} did not respond within {limit.TotalSeconds:0.###} s."));
        }
        catch (Exception exception) when (call.UploadFailure is { } failure)
        {
            return Fail(call, failure.InnerException ?? exception, StripeErrorType.UploadError, failure.Message);
        }
        catch (Exception exception) when (exception is OperationCanceledException or TimeoutException)
        {
            return Fail(call, exception, StripeErrorType.TimeoutError,
                $"{call.Address.IdnHost} did not respond within the time that the HttpClient or its handler allows.");
        }
#pragma warning disable CA1031 // Handlers throw what they like. It is kept, with the key by which the caller can ask again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Fail(call, exception, StripeErrorType.ConnectionError,
                $"The connection to {call.Address.IdnHost} failed: {ConnectionFailure.Describe(exception)}.");
        }
        finally
        {
            timeout.Dispose();
        }
    }

    // HttpClient would buffer the response by itself; told to stop behind the headers, it leaves that to us, with our limit.
    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        invoker is HttpClient client
            ? client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            : invoker.SendAsync(request, cancellationToken);

    private TimeSpan GetLimit(StripeCall call)
    {
        if (call.TotalTimeout is not { } total)
        {
            return call.AttemptTimeout;
        }

        TimeSpan left = total - settings.Options.TimeProvider.GetElapsedTime(call.StartedAt);
        return call.AttemptTimeout != Timeout.InfiniteTimeSpan && call.AttemptTimeout <= left ? call.AttemptTimeout
            : left == Timeout.InfiniteTimeSpan ? TimeSpan.Zero // By chance 1 ms too late, and not without limit.
            : left;
    }

    private StripeResponse CreateResponse(HttpResponseMessage message, StripeCall call) => new()
    {
        Status = message.StatusCode,
        Headers = message.Headers,
        ApiKey = call.ApiKey,
        IdempotencyKey = call.IdempotencyKey,
        Attempts = call.Attempts,
        RetryAfter = RetryAfterHeader.Read(message.Headers, settings.Options.TimeProvider),
        ContentEncoding = ResponseBody.GetUnexpectedEncoding(call.ResponseBody, message.Content),
    };

    private static AttemptOutcome Fail(StripeCall call, Exception? exception, StripeErrorType type, string message) => new(new StripeError
    {
        Type = type,
        Exception = exception,
        Message = message,
        IdempotencyKey = call.IdempotencyKey,
        Attempts = call.Attempts,
    });
}
