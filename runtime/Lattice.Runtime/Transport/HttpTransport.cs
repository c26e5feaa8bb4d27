using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace Lattice.Stripe.Transport;

/// <summary>Sends one attempt of a call over HTTP and reads its whole response within the attempt's timeout.</summary>
internal sealed class HttpTransport(HttpMessageInvoker invoker, ClientSettings settings)
{
    /// <summary>Makes attempt number <paramref name="attempt"/>, within what is <paramref name="left"/> of the call's total time if that is limited.</summary>
    /// <exception cref="StripeCanceledException">The caller canceled.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<AttemptOutcome> SendAsync(StripeCall call, int attempt, TimeSpan? left, CancellationToken cancellationToken)
    {
        // A handler need not look at its token before it sends.
        if (cancellationToken.IsCancellationRequested)
        {
            throw new StripeCanceledException(call.IdempotencyKey, cancellationToken);
        }

        using HttpRequestMessage request = call.CreateRequest();
        TimeSpan limit = GetLimit(call.AttemptTimeout, left);
        var timeout = AttemptTimeout.Start(limit, settings.Options.TimeProvider, cancellationToken);
        try
        {
            using HttpResponseMessage message = await SendAsync(request, timeout.Token).ConfigureAwait(false);
            ResponseBody body = await ResponseBody
                .ReadAsync(message.Content, settings.Options.MaxResponseBytes, timeout.Token).ConfigureAwait(false);
            var outcome = new AttemptOutcome(GetFacts(message, call, attempt), body);
            timeout.End();
            return outcome;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // Which exception it is says little: told to stop, some handlers end as if the connection had failed.
            throw new StripeCanceledException(call.IdempotencyKey, cancellationToken);
        }
        catch (Exception exception) when (timeout.IsOver)
        {
            return new AttemptOutcome(NoResponse(call, attempt, exception, StripeErrorType.TimeoutError,
                string.Create(CultureInfo.InvariantCulture, $"{call.Address.Host} did not answer within {limit.TotalSeconds:0.###} s.")));
        }
        catch (Exception exception) when (exception is OperationCanceledException or TimeoutException)
        {
            return new AttemptOutcome(NoResponse(call, attempt, exception, StripeErrorType.TimeoutError,
                $"{call.Address.Host} did not answer within the time that the HttpClient or its handler allows."));
        }
#pragma warning disable CA1031 // Handlers throw what they like. It is kept, with the key by which the caller can ask again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return new AttemptOutcome(NoResponse(call, attempt, exception, StripeErrorType.ConnectionError,
                $"The connection to {call.Address.Host} failed: {Describe(exception)}."));
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

    private static TimeSpan GetLimit(TimeSpan attemptTimeout, TimeSpan? left)
    {
        if (left is not { } rest || (attemptTimeout != Timeout.InfiniteTimeSpan && attemptTimeout <= rest))
        {
            return attemptTimeout;
        }

        // The time may have run out since it was looked at; below zero could be read as without limit.
        return rest > TimeSpan.Zero ? rest : TimeSpan.Zero;
    }

    private StripeResponse GetFacts(HttpResponseMessage message, StripeCall call, int attempt) => new()
    {
        RetryAfter = RetryAfterHeader.Parse(
            message.Headers.NonValidated.TryGetValues("Retry-After", out HeaderStringValues value) ? value.ToString() : null,
            settings.Options.TimeProvider.GetUtcNow()),
        Status = message.StatusCode,
        Headers = message.Headers,
        IdempotencyKey = call.IdempotencyKey,
        Attempts = attempt,
    };

    // Without a response nobody knows whether Stripe received the request.
    private static StripeError NoResponse(StripeCall call, int attempt, Exception exception, StripeErrorType type, string message) => new()
    {
        Type = type,
        Exception = exception,
        Message = message,
        IdempotencyKey = call.IdempotencyKey,
        Attempts = attempt,
        OutcomeUnknown = true,
    };

    // Kinds of failure, not the exceptions' texts: those may quote what was sent.
    private static string Describe(Exception exception) => exception switch
    {
        _ when exception.GetBaseException() is SocketException socket => socket.SocketErrorCode.ToString(),
        HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } request => request.HttpRequestError.ToString(),
        _ when RetryPolicy.IsOfTheNetwork(exception) => "it broke before the whole answer had come",
        _ => $"the handler threw {exception.GetType().Name}",
    };
}
