using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;
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
            throw new StripeCanceledException(call.IdempotencyKey, cancellationToken);
        }

        using HttpRequestMessage request = call.CreateRequest();
        call.Attempts++;
        TimeSpan limit = GetLimit(call);
        var timeout = AttemptTimeout.Start(limit, settings.Options.TimeProvider, cancellationToken);
        try
        {
            using HttpResponseMessage message = await SendAsync(request, timeout.Token).ConfigureAwait(false);
            StripeResponse response = GetFacts(message, call);
            AttemptOutcome outcome = await ResponseBody
                .ReadAsync(response, message.Content, settings.Options.MaxResponseBytes, timeout.Token).ConfigureAwait(false);
            timeout.End(settings.Options.TimeProvider);
            call.IsOutcomeUnknown = RetryPolicy.LeavesOpen(response) && (call.IsOutcomeUnknown || (int)response.Status >= 500);
            return outcome;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // Which exception it is says little: told to stop, some handlers end as if the connection had failed.
            throw new StripeCanceledException(call.IdempotencyKey, cancellationToken);
        }
        catch (Exception exception) when (timeout.IsOver)
        {
            return Fail(call, exception, StripeErrorType.TimeoutError,
                string.Create(CultureInfo.InvariantCulture, $"{call.Address.Host} did not answer within {limit.TotalSeconds:0.###} s."));
        }
        catch (Exception exception) when (exception is OperationCanceledException or TimeoutException)
        {
            return Fail(call, exception, StripeErrorType.TimeoutError,
                $"{call.Address.Host} did not answer within the time that the HttpClient or its handler allows.");
        }
#pragma warning disable CA1031 // Handlers throw what they like. It is kept, with the key by which the caller can ask again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Fail(call, exception, StripeErrorType.ConnectionError,
                $"The connection to {call.Address.Host} failed: {Describe(exception)}.");
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
        if (call.AttemptTimeout != Timeout.InfiniteTimeSpan && call.AttemptTimeout <= left)
        {
            return call.AttemptTimeout;
        }

        // The time may have run out since it was looked at; below zero could be read as without limit.
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private StripeResponse GetFacts(HttpResponseMessage message, StripeCall call) => new()
    {
        RetryAfter = RetryAfterHeader.Parse(
            message.Headers.NonValidated.TryGetValues("Retry-After", out HeaderStringValues value) ? value.ToString() : null,
            settings.Options.TimeProvider.GetUtcNow()),
        Status = message.StatusCode,
        Headers = message.Headers,
        IdempotencyKey = call.IdempotencyKey,
        Attempts = call.Attempts,
    };

    // Without a response nobody knows whether Stripe received the request.
    private static AttemptOutcome Fail(StripeCall call, Exception exception, StripeErrorType type, string message)
    {
        call.IsOutcomeUnknown = true;
        return new AttemptOutcome(new StripeError
        {
            Type = type,
            Exception = exception,
            Message = message,
            IdempotencyKey = call.IdempotencyKey,
            Attempts = call.Attempts,
            IsOutcomeUnknown = true,
        });
    }

    // Kinds of failure, not the exceptions' texts: those may quote what was sent.
    private static string Describe(Exception exception) => exception switch
    {
        _ when exception.GetBaseException() is SocketException socket => socket.SocketErrorCode.ToString(),
        HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } request => request.HttpRequestError.ToString(),
        _ when RetryPolicy.IsOfTheNetwork(exception) => "it broke before the whole answer had come",
        _ => $"the handler threw {exception.GetType().Name}",
    };
}
