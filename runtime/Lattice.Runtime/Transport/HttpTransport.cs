using System.Net.Sockets;

namespace Lattice.Stripe.Transport;

/// <summary>Sends one attempt of a call over HTTP and reads its whole response within the attempt's timeout.</summary>
internal sealed class HttpTransport(HttpMessageInvoker invoker, ClientSettings settings)
{
    /// <exception cref="StripeCanceledException">The caller canceled.</exception>
    public async ValueTask<AttemptOutcome> SendAsync(StripeCall call, int attempt, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = call.CreateRequest();
        using var timeout = new CancellationTokenSource(call.AttemptTimeout, settings.Options.TimeProvider);
        using CancellationTokenRegistration caller = cancellationToken.UnsafeRegister(
            static source => ((CancellationTokenSource)source!).Cancel(), timeout);
        try
        {
            using HttpResponseMessage message = await SendAsync(request, timeout.Token).ConfigureAwait(false);
            ResponseBody body = await ResponseBody
                .ReadAsync(message.Content, settings.Options.MaxResponseBytes, timeout.Token).ConfigureAwait(false);
            return new AttemptOutcome(GetFacts(message, call, attempt), body);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new StripeCanceledException(call.IdempotencyKey, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return new AttemptOutcome(NoResponse(call, attempt, StripeErrorType.TimeoutError,
                $"{call.Host} did not answer within {call.AttemptTimeout.TotalSeconds:0.###} s."));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return new AttemptOutcome(NoResponse(call, attempt, StripeErrorType.ConnectionError,
                $"The connection to {call.Host} failed: {Describe(exception)}."));
        }
    }

    // HttpClient would buffer the response by itself; told to stop behind the headers, it leaves that to us, with our limit.
    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        invoker is HttpClient client
            ? client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            : invoker.SendAsync(request, cancellationToken);

    private static StripeResponse GetFacts(HttpResponseMessage message, StripeCall call, int attempt) => new()
    {
        Status = message.StatusCode,
        Headers = message.Headers,
        IdempotencyKey = call.IdempotencyKey,
        Attempts = attempt,
    };

    // Without a response nobody knows whether Stripe received the request.
    private static StripeError NoResponse(StripeCall call, int attempt, StripeErrorType type, string message) => new()
    {
        Type = type,
        Message = message,
        IdempotencyKey = call.IdempotencyKey,
        Attempts = attempt,
        OutcomeUnknown = true,
    };

    // Kinds of failure, not the exceptions' texts: those may quote what was sent.
    private static string Describe(Exception exception) => exception switch
    {
        HttpRequestException { InnerException: SocketException socket } => socket.SocketErrorCode.ToString(),
        HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } request => request.HttpRequestError.ToString(),
        _ => "it broke before the whole answer had come",
    };
}
