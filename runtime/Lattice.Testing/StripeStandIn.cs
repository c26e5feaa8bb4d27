using Lattice.Stripe.Testing.Assertions;
using Lattice.Stripe.Testing.Hosting;
using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Pipeline;
using Lattice.Stripe.Testing.Responses;
using Lattice.Stripe.Testing.Spec;
using Lattice.Stripe.Testing.Stubs;

namespace Lattice.Stripe.Testing;

/// <summary>
/// An offline stand-in for Stripe. It knows the operations of an OpenAPI slice, checks requests the way Stripe does and
/// answers with Stripe's errors or with resources made from the slice. Nothing leaves the process.
/// </summary>
/// <remarks>
/// Use it through <see cref="Client"/>, through <see cref="CreateHandler"/> below a client of your own, or over loopback
/// HTTP through the <c>StripeStandInServer</c> of the package Lattice.Testing.Server. It may be used from several threads at
/// once. The response to a request with an idempotency key is kept for 24 hours of
/// <see cref="StripeStandInOptions.TimeProvider"/>, of the latest 10,000 keys.
/// </remarks>
/// <example>
/// <code>
/// using var stripe = new StripeStandIn();
/// AccountLink link = await AccountLink.CreateAsync(stripe.Client, parameters);
/// stripe.AssertReceived(AccountLink.CreateOperation, parameters);
/// </code>
/// </example>
public sealed class StripeStandIn : IDisposable
{
    private readonly StripeSlice _slice;
    private readonly StripeStandInOptions _options;
    private readonly RequestLog _log;
    private readonly StubTable _scripts = new();
    private readonly RequestPipeline _pipeline;
    private readonly Lazy<StripeClient> _client;

    /// <summary>A stand-in for the slice of this package; every well-formed secret key is accepted.</summary>
    public StripeStandIn()
        : this(new StripeStandInOptions())
    {
    }

    /// <summary>A stand-in set up by <paramref name="options"/>.</summary>
    /// <exception cref="ArgumentException">An option is out of its range; the message names it.</exception>
    public StripeStandIn(StripeStandInOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();

        _options = options;
        _slice = options.Slice ?? StripeSlice.BuiltIn;
        _log = new RequestLog(options.MaxRequests);
        AccountLinks = new StandInAccountLinks(options.TimeProvider);
        Pages = new HostedPageAddress(options.PageAddress);
        _pipeline = new RequestPipeline(options, new OperationRunner(options.TimeProvider, Pages, _scripts, AccountLinks));
        _client = new Lazy<StripeClient>(() => StandInClient.Create(this, options));
    }

    /// <summary>
    /// A client that calls this stand-in in process and needs nothing else. It works as a
    /// <see cref="StripeClient"/> with default options does, but its waits between retries end at once; timeouts run on
    /// <see cref="StripeStandInOptions.TimeProvider"/>.
    /// </summary>
    public IStripeClient Client => _client.Value;

    /// <summary>
    /// The requests that came in so far, oldest first: a snapshot that later requests do not change. The latest
    /// <see cref="StripeStandInOptions.MaxRequests"/> are kept.
    /// </summary>
    public IReadOnlyList<ReceivedRequest> Requests => _log.Snapshot();

    /// <summary>The account links that were made, as the page behind them sees them.</summary>
    public StandInAccountLinks AccountLinks { get; }

    internal HostedPageAddress Pages { get; }

    internal Action<AccountLinkVisit>? OnFormFinished => _options.OnFormFinished;

    /// <summary>
    /// Makes a handler that responses in process, without sockets. The host of a request's address does not matter, its
    /// path does. Every handler of a stand-in shares its <see cref="Requests"/>.
    /// </summary>
    public HttpMessageHandler CreateHandler() => new StandInHandler(this);

    /// <summary>Plans what the next requests of an operation meet with, in place of the ordinary answer.</summary>
    /// <param name="operation">The operation, such as <c>AccountLink.CreateOperation</c>.</param>
    /// <exception cref="ArgumentException">The stand-in's slice has no such operation.</exception>
    public StandInScript<TResource> On<TParams, TResource>(StripeOperation<TParams, TResource> operation)
        where TParams : StripeParams
        where TResource : StripeResource
    {
        Operation known = Find(operation);
        return new StandInScript<TResource>(known, _scripts.FindOrAdd(known));
    }

    /// <summary>The requests of one operation that came in so far, oldest first, those that were refused among them.</summary>
    /// <param name="operation">The operation, such as <c>AccountLink.CreateOperation</c>.</param>
    /// <exception cref="ArgumentException">The stand-in's slice has no such operation.</exception>
    public IReadOnlyList<ReceivedRequest> Received<TParams, TResource>(StripeOperation<TParams, TResource> operation)
        where TParams : StripeParams
        where TResource : StripeResource
    {
        Operation known = Find(operation);
        return [.. Requests.Where(request => request.Operation == known)];
    }

    /// <summary>Asserts that a request of an operation came in with exactly these parameters.</summary>
    /// <param name="operation">The operation, such as <c>AccountLink.CreateOperation</c>.</param>
    /// <param name="parameters">
    /// All the parameters of the body; what is not set must not have been sent. A file is read from where its stream stands, so
    /// give one that was not sent before.
    /// </param>
    /// <returns>The latest such request.</returns>
    /// <exception cref="StripeAssertionException">There is none; the message shows the one that comes closest.</exception>
    /// <exception cref="ArgumentException">The stand-in's slice has no such operation.</exception>
    public ReceivedRequest AssertReceived<TParams, TResource>(
        StripeOperation<TParams, TResource> operation, TParams parameters)
        where TParams : StripeParams
        where TResource : StripeResource
    {
        ArgumentNullException.ThrowIfNull(parameters);

        return ReceivedAssertion.Find(
            operation.ToString(), Received(operation), Requests, new ExactParameters(SentParameters.Of(operation, parameters)).Compare);
    }

    /// <summary>Asserts that a request of an operation came in that is as described.</summary>
    /// <param name="operation">The operation, such as <c>AccountLink.CreateOperation</c>.</param>
    /// <param name="describe">
    /// Says what the request has to be like, as in
    /// <c>request => request.WithParameter("type", "account_onboarding").WithHeader("Stripe-Account", "acct_1")</c>.
    /// </param>
    /// <returns>The latest such request.</returns>
    /// <exception cref="StripeAssertionException">There is none; the message shows the one that comes closest.</exception>
    /// <exception cref="ArgumentException">The stand-in's slice has no such operation.</exception>
    public ReceivedRequest AssertReceived<TParams, TResource>(
        StripeOperation<TParams, TResource> operation, Action<RequestExpectation> describe)
        where TParams : StripeParams
        where TResource : StripeResource
    {
        ArgumentNullException.ThrowIfNull(describe);

        var expectation = new RequestExpectation();
        describe(expectation);
        return ReceivedAssertion.Find(operation.ToString(), Received(operation), Requests, expectation.Compare);
    }

    /// <summary>Ends <see cref="Client"/>. Handlers and servers go on.</summary>
    public void Dispose()
    {
        if (_client.IsValueCreated)
        {
            _client.Value.Dispose();
        }
    }

    /// <summary>The one way in for both the handler and the server.</summary>
    /// <returns>The response; null when the connection is to be lost.</returns>
    internal async Task<StandInResponse?> RespondAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        long number = _log.TakeNumber();
        var context = new RequestContext(
            request,
            _slice.Routes.Match(request.Method, request.Path),
            RequestParameters.Read(request),
            new DeterministicText(_options.Seed, number));
        _log.Add(number, context.Received);
        ApiResponse response;
        try
        {
            response = await _pipeline.RespondAsync(context, cancellationToken).ConfigureAwait(false);
            if (!response.IsLost)
            {
                context.Received.Complete(response);
            }
        }
        finally
        {
            // A request that its caller gave up was received all the same.
            _options.OnReceived?.Invoke(context.Received);
        }

        return response.IsLost
            ? null
            : new StandInResponse(response.StatusCode, ResponseHeaders.For(context, response, _slice.ApiVersion), response.ContentType, response.Body);
    }

    private Operation Find<TParams, TResource>(StripeOperation<TParams, TResource> operation)
        where TParams : StripeParams
        where TResource : StripeResource
    {
        ArgumentNullException.ThrowIfNull(operation);

        return _slice.Routes.Find(operation.Method.Method, operation.RouteTemplate) ?? throw new ArgumentException(
            $"The slice of this stand-in has no operation {operation}. Give it the slice that {typeof(TResource).Name} was "
            + $"generated from, in {nameof(StripeStandInOptions)}.{nameof(StripeStandInOptions.Slice)}.",
            nameof(operation));
    }
}
