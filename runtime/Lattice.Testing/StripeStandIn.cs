using System.Diagnostics.CodeAnalysis;
using Lattice.Stripe.Testing.Hosting;
using Lattice.Stripe.Testing.Operations;
using Lattice.Stripe.Testing.Pipeline;
using Lattice.Stripe.Testing.Responses;
using Lattice.Stripe.Testing.Spec;
using Lattice.Stripe.Testing.Storage;
using Lattice.Stripe.Testing.Stubs;

namespace Lattice.Stripe.Testing;

/// <summary>
/// An offline stand-in for Stripe. It has the operations of an OpenAPI slice, checks requests as Stripe does, and returns Stripe's
/// errors or resources that are generated from the slice. Nothing leaves the process.
/// </summary>
/// <remarks>
/// Use it through <see cref="Client"/>, through <see cref="CreateHandler"/> and your own client, or over loopback HTTP through
/// <c>StripeStandInServer</c> of the package Lattice.Stripe.Testing.Server. Instances are thread-safe. The responses to requests with the
/// latest 10,000 idempotency keys, at most 64 MiB, are kept for 24 hours of <see cref="StripeStandInOptions.TimeProvider"/>.
/// </remarks>
/// <example>
/// <code>
/// using var stripe = new StripeStandIn();
/// AccountLink link = await AccountLink.CreateAsync(stripe.Client, parameters);
/// stripe.AssertReceived(AccountLink.CreateOperation, parameters);
/// </code>
/// </example>
public sealed partial class StripeStandIn : IDisposable
{
    private readonly StripeSlice _slice;
    private readonly StripeStandInOptions _options;
    private readonly ObjectStore _store;
    private readonly StubTable _stubs = new();
    private readonly RequestPipeline _pipeline;
    private readonly Lazy<StripeClient> _client;

    /// <summary>The number of the last seeded resource; negative, because those of requests are positive.</summary>
    private long _lastSeed;

    /// <summary>Initializes a stand-in for the slice of this package. It accepts every well-formed secret key.</summary>
    public StripeStandIn()
        : this(new StripeStandInOptions())
    {
    }

    /// <summary>Initializes a stand-in with options.</summary>
    /// <exception cref="ArgumentException">An option is out of range; the message names it.</exception>
    public StripeStandIn(StripeStandInOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();

        _options = options;
        _slice = options.Slice ?? StripeSlice.BuiltIn;
        _store = new ObjectStore(options.MaxObjectBytes);
        Changes = new ChangePublisher(options, _slice);
        AccountLinks = new StandInAccountLinks(options, _store, Changes);
        Pages = new HostedPageAddress(options.PageAddress);
        var sessions = new MeterEventSessions(options.TimeProvider);
        var runner = new OperationRunner(options, _slice, Pages, _stubs, _store, AccountLinks, Changes, sessions);
        _pipeline = new RequestPipeline(options, _slice, runner, sessions);
        _client = new Lazy<StripeClient>(() => StandInClient.Create(this, options));
    }

    /// <summary>
    /// A client that calls this stand-in in process. It behaves as a <see cref="StripeClient"/> with default options, but does not
    /// wait between retries. Timeouts run on <see cref="StripeStandInOptions.TimeProvider"/>.
    /// </summary>
    public IStripeClient Client => _client.Value;

    /// <summary>
    /// The requests received so far, oldest first: a snapshot that does not change later. The latest
    /// <see cref="StripeStandInOptions.MaxRequests"/> are kept, as far as they fit in <see cref="StripeStandInOptions.MaxRequestBytes"/>.
    /// </summary>
    public IReadOnlyList<ReceivedRequest> Requests => _pipeline.Log.Snapshot();

    /// <summary>
    /// The number of requests that were received and are not in <see cref="Requests"/> anymore, because there were more than
    /// <see cref="StripeStandInOptions.MaxRequests"/>, or because they needed more memory than
    /// <see cref="StripeStandInOptions.MaxRequestBytes"/>.
    /// </summary>
    public long DroppedRequestCount => _pipeline.Log.DroppedCount;

    /// <summary>The account links that were returned, as the form that they open sees them.</summary>
    public StandInAccountLinks AccountLinks { get; }

    internal HostedPageAddress Pages { get; }

    internal ChangePublisher Changes { get; }

    internal TimeProvider Clock => _options.TimeProvider;

    /// <summary>
    /// Creates a handler that responds in process, without sockets. It ignores the host of the request's address. All handlers of
    /// a stand-in share its <see cref="Requests"/>.
    /// </summary>
    public HttpMessageHandler CreateHandler() => new StandInHandler(this);

    /// <summary>
    /// Adds a resource to the objects that requests can read, list, change and delete, or replaces the one with its id. Properties that
    /// are not set get the values of a new resource; a number or a flag is always set.
    /// </summary>
    /// <param name="resource">The resource. Its id must be set.</param>
    /// <param name="account">
    /// The connected account that has it: requests with this <c>Stripe-Account</c> or <c>Stripe-Context</c> find it. Null: the platform.
    /// </param>
    /// <param name="livemode">Whether it is in live mode, where requests with live keys find it.</param>
    /// <exception cref="ArgumentException">
    /// The resource has no id, or does not match the slice; the message names the property and the reason.
    /// </exception>
    [RequiresUnreferencedCode("The resource is written by reflection over its properties, which trimming may have removed.")]
    public void Seed(StripeResource resource, string? account = null, bool livemode = false)
    {
        ArgumentNullException.ThrowIfNull(resource);

        var metadata = new ResponseMetadata(
            _options.TimeProvider.GetUtcNow(),
            livemode,
            new DeterministicText(_options.Seed, Interlocked.Decrement(ref _lastSeed)),
            Pages.Current,
            Path: "",
            Subject: null,
            Action: null,
            new Schema { Kind = SchemaKind.Object },
            Expansion.None,
            new ScopedObjects(_store, new ObjectScope(account, livemode)));
        lock (_store.Gate)
        {
            Seeding.Add(resource, _slice.Routes, metadata);
        }
    }

    /// <summary>Stubs the next requests of an operation.</summary>
    /// <param name="operation">The operation, such as <c>AccountLink.CreateOperation</c>.</param>
    /// <exception cref="ArgumentException">The stand-in's slice has no such operation.</exception>
    public StandInStubs<TResource> On<TParams, TResource>(StripeOperation<TParams, TResource> operation)
        where TParams : StripeParams
        where TResource : StripeResource
    {
        Operation found = Find(operation);
        return new StandInStubs<TResource>(found, _stubs.FindOrAdd(found));
    }

    /// <summary>Gets the requests of one operation received so far, oldest first, including those that got an error.</summary>
    /// <param name="operation">The operation, such as <c>AccountLink.CreateOperation</c>.</param>
    /// <exception cref="ArgumentException">The stand-in's slice has no such operation.</exception>
    public IReadOnlyList<ReceivedRequest> Received<TParams, TResource>(StripeOperation<TParams, TResource> operation)
        where TParams : StripeParams
        where TResource : StripeResource
    {
        Operation found = Find(operation);
        return [.. Requests.Where(request => request.Operation == found)];
    }

    /// <summary>Disposes <see cref="Client"/>. Handlers and servers continue to work.</summary>
    public void Dispose()
    {
        if (_client.IsValueCreated)
        {
            _client.Value.Dispose();
        }
    }

    /// <summary>The entry point of the handler and the server.</summary>
    /// <returns>The response; null if the connection is to be dropped.</returns>
    internal Task<ApiResponse?> RespondAsync(ApiRequest request, CancellationToken cancellationToken)
        => _pipeline.RespondAsync(request, cancellationToken);

    private Operation Find<TParams, TResource>(StripeOperation<TParams, TResource> operation)
        where TParams : StripeParams
        where TResource : StripeResource
    {
        ArgumentNullException.ThrowIfNull(operation);

        return _slice.Routes.Find(operation.Method.Method, operation.RouteTemplate) ?? throw new ArgumentException(
            $"The slice of this stand-in has no operation {operation}. Set {nameof(StripeStandInOptions)}."
            + $"{nameof(StripeStandInOptions.Slice)} to the slice that {typeof(TResource).Name} was generated from.",
            nameof(operation));
    }
}
