using Lattice.Stripe.Http;
using Lattice.Stripe.Observability;
using Lattice.Stripe.Pipeline;

namespace Lattice.Stripe;

/// <summary>
/// A client for the Stripe API. It is thread-safe. Create one for the lifetime of the process, because it keeps connections open.
/// </summary>
public sealed class StripeClient : IStripeClient, IDisposable
{
    private readonly ClientSettings _settings;
    private readonly RetryPolicy _retryPolicy;
    private readonly HttpMessageInvoker? _owned;
    private bool _disposed;

    /// <summary>Initializes a client with default options.</summary>
    /// <param name="apiKey">The secret key (<c>sk_…</c>) or restricted key (<c>rk_…</c>).</param>
    /// <exception cref="ArgumentException">The key is empty or contains white space or control characters.</exception>
    public StripeClient(string apiKey)
        : this(new StripeClientOptions { ApiKey = apiKey })
    {
    }

    /// <summary>Initializes a client with its own connections: pooled, HTTP/2 if the server offers it, no redirects.</summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public StripeClient(StripeClientOptions options)
        : this(options, invoker: null, ownsInvoker: true)
    {
    }

    /// <summary>
    /// Initializes a client that sends through <paramref name="httpClient"/>, which is not disposed with it. The
    /// <see cref="HttpClient.Timeout"/> and the default headers of <paramref name="httpClient"/> apply as well. Turn off automatic
    /// redirects in its handler, because a redirect could send the body again.
    /// </summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public StripeClient(StripeClientOptions options, HttpClient httpClient)
        : this(options, httpClient ?? throw new ArgumentNullException(nameof(httpClient)), ownsInvoker: false)
    {
    }

    /// <summary>Initializes a client that sends through <paramref name="handler"/>, which is not disposed with it.</summary>
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
    /// Creates a handler with the rules of a client's own connections: pooled and renewed every five minutes, HTTP/2 if the server
    /// offers it, no redirects, no cookies, no tracing headers. Change it, for example set a proxy, and create a client with it.
    /// </summary>
    public static SocketsHttpHandler CreateHandler() => DefaultHandler.Create();

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">An option or a path parameter cannot be sent.</exception>
    /// <exception cref="InvalidOperationException">The request is <see langword="default"/>.</exception>
    /// <exception cref="ObjectDisposedException">The client is disposed.</exception>
    /// <exception cref="StripeCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    public ValueTask<StripeResult<TResource>> SendAsync<TParams, TResource>(
        StripeRequest<TParams, TResource> request, CancellationToken cancellationToken)
        where TParams : StripeParams
        where TResource : StripeResource =>
        new(StartAsync<TParams, TResource, StripeResult<TResource>, AsResult<TResource>>(request, cancellationToken));

    /// <summary>Starts a call that ends in <typeparamref name="TEnd"/>. Results and resources share one state machine.</summary>
    /// <remarks>The parameters are encoded before the first await, so that a later change of them does not change what is sent.</remarks>
    internal Task<TEnd> StartAsync<TParams, TResource, TEnd, TForm>(
        in StripeRequest<TParams, TResource> request, CancellationToken cancellationToken)
        where TParams : StripeParams
        where TResource : StripeResource
        where TForm : struct, IResultForm<TResource, TEnd>
    {
        StripeOperation<TParams, TResource> operation = request.Operation;
        ObjectDisposedException.ThrowIf(_disposed, this);

        var call = new StripeCall(
            _settings, operation.Description, request.PathParameters, request.Parameters, request.Options, request.Page);
        return _retryPolicy.RunAsync<TResource, TEnd, TForm>(call, operation.Reader, cancellationToken);
    }

    /// <summary>Closes the client's own connections.</summary>
    public void Dispose()
    {
        _disposed = true;
        _owned?.Dispose();
    }
}
