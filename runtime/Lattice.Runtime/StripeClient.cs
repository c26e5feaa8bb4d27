using Lattice.Stripe.Http;
using Lattice.Stripe.Observability;
using Lattice.Stripe.Pipeline;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe;

/// <summary>
/// The client of Stripe's API. It is thread-safe and meant to live as long as the process: it keeps connections open.
/// </summary>
public sealed class StripeClient : IStripeClient, IDisposable
{
    private readonly ClientSettings _settings;
    private readonly RetryPolicy _retryPolicy;
    private readonly HttpMessageInvoker? _owned;
    private bool _disposed;

    /// <summary>Makes a client with default options.</summary>
    /// <param name="apiKey">The secret key (<c>sk_…</c>) or restricted key (<c>rk_…</c>).</param>
    /// <exception cref="ArgumentException">The key is empty or holds white space or control characters.</exception>
    public StripeClient(string apiKey)
        : this(new StripeClientOptions { ApiKey = apiKey })
    {
    }

    /// <summary>Makes a client with connections of its own: pooled, HTTP/2 where offered, no redirects.</summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public StripeClient(StripeClientOptions options)
        : this(options, invoker: null, ownsInvoker: true)
    {
    }

    /// <summary>
    /// Makes a client that sends through yours; it is not disposed with this one. Its <see cref="HttpClient.Timeout"/>
    /// holds as well; its base address and default headers apply as they do to any request. Turn automatic redirects
    /// off in its handler: a redirect could send the body anew.
    /// </summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public StripeClient(StripeClientOptions options, HttpClient httpClient)
        : this(options, httpClient ?? throw new ArgumentNullException(nameof(httpClient)), ownsInvoker: false)
    {
    }

    /// <summary>Makes a client that sends through your handler; it is not disposed with this one.</summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public StripeClient(StripeClientOptions options, HttpMessageHandler handler)
        : this(
            options,
            new HttpMessageInvoker(handler ?? throw new ArgumentNullException(nameof(handler)), disposeHandler: false),
            ownsInvoker: true)
    {
    }

    private StripeClient(StripeClientOptions options, HttpMessageInvoker? invoker, bool ownsInvoker)
    {
        ArgumentNullException.ThrowIfNull(options);
        _settings = new ClientSettings(options);
        invoker ??= new HttpMessageInvoker(DefaultHandler.Create());
        _owned = ownsInvoker ? invoker : null;
        TimeProvider timeProvider = _settings.Options.TimeProvider;
        var observer = new CallObserver(_settings.Options.Log, timeProvider);
        _retryPolicy = new RetryPolicy(new HttpTransport(invoker, _settings), timeProvider, observer);
    }

    /// <summary>
    /// Makes a handler as a client without yours has: connections that are pooled and renewed every five minutes, HTTP/2
    /// where offered, no redirects, no cookies, no tracing headers. Give it a proxy, say, and make a client with it.
    /// </summary>
    public static SocketsHttpHandler CreateHandler() => DefaultHandler.Create();

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">An option or a path parameter cannot be sent.</exception>
    /// <exception cref="ObjectDisposedException">The client is disposed.</exception>
    /// <exception cref="StripeCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    public ValueTask<StripeResult<TResource>> SendAsync<TParams, TResource>(
        StripeOperation<TParams, TResource> operation,
        PathParameters path,
        TParams? parameters,
        StripeRequestOptions? options,
        CancellationToken cancellationToken)
        where TParams : StripeParams
        where TResource : StripeResource
    {
        ArgumentNullException.ThrowIfNull(operation);
        return new(StartAsync<TResource, StripeResult<TResource>, AsResult<TResource>>(
            operation.Description, operation.Reader, path, parameters, options, cancellationToken));
    }

    /// <summary>Starts a call that ends in <typeparamref name="TEnd"/>: one state machine for a call, whatever it ends in.</summary>
    internal Task<TEnd> StartAsync<TResource, TEnd, TForm>(
        OperationDescription operation,
        StripeObjectReader<TResource> reader,
        PathParameters path,
        StripeParams? parameters,
        StripeRequestOptions? options,
        CancellationToken cancellationToken)
        where TResource : StripeResource
        where TForm : struct, IResultForm<TResource, TEnd>
    {
        ObjectDisposedException.ThrowIf(_disposed, this);

        var call = new StripeCall(_settings, operation, path, parameters, options);
        return _retryPolicy.RunAsync<TResource, TEnd, TForm>(call, reader, cancellationToken);
    }

    /// <summary>Closes the connections, unless they are the caller's.</summary>
    public void Dispose()
    {
        _disposed = true;
        _owned?.Dispose();
    }
}
