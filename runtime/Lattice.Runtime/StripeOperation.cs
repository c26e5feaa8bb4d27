using System.Runtime.CompilerServices;
using Lattice.Stripe.Http;
using Lattice.Stripe.Pipeline;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe;

/// <summary>The format of an operation's request body.</summary>
public enum StripeBodyKind
{
    /// <summary>The operation has no body.</summary>
    None,

    /// <summary><c>application/x-www-form-urlencoded</c>: API v1, except file uploads.</summary>
    Form,

    /// <summary><c>application/json</c>: API v2.</summary>
    Json,

    /// <summary><c>multipart/form-data</c>: file uploads.</summary>
    Multipart,
}

/// <summary>
/// An operation of the Stripe API: its name, its method, and its route. Generated classes have a single instance of each, so that
/// <c>==</c> tells operations apart: <c>request.Operation == AccountLink.CreateOperation</c>.
/// </summary>
public abstract class StripeOperation : IEquatable<StripeOperation>
{
    private protected StripeOperation(string name, HttpMethod method, string routeTemplate, string apiVersion)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(method);
        ArgumentException.ThrowIfNullOrEmpty(routeTemplate);
        ArgumentException.ThrowIfNullOrEmpty(apiVersion);
        Description = new OperationDescription(name, method, new RouteTemplate(routeTemplate), apiVersion);
    }

    /// <summary>A stable name for logs, such as <c>AccountLink.Create</c> or <c>BillingPortal.Session.Create</c>.</summary>
    public string Name => Description.Name;

    /// <summary>The HTTP method.</summary>
    public HttpMethod Method => Description.Method;

    /// <summary>The path with its placeholders, such as <c>/v1/accounts/{account}/login_links</c>.</summary>
    public string RouteTemplate => Description.Route.Text;

    /// <summary>The API version of the types; sent as <c>Stripe-Version</c>.</summary>
    public string ApiVersion => Description.ApiVersion;

    /// <summary>The format of the request body. The default is <see cref="StripeBodyKind.None"/>.</summary>
    public StripeBodyKind BodyKind
    {
        get => Description.BodyKind;
        init => Description.BodyKind = value;
    }

    /// <summary>
    /// Whether the parameters are sent in the query, as those of a GET or a DELETE are. An operation with a body has them there. The
    /// default is <see langword="false"/>.
    /// </summary>
    public bool HasQuery
    {
        get => Description.AddQuery is not null;
        init => Description.AddQuery = value ? QueryEncoder.AddTo : null;
    }

    /// <summary>Whether the response is a file and not JSON. The default is <see langword="false"/>.</summary>
    public bool ReturnsFile
    {
        get => Description.ReturnsFile;
        init => Description.ReturnsFile = value;
    }

    /// <summary>
    /// The server of the operation, if it is not the server of the API. A client whose base address is not Stripe's ignores it.
    /// </summary>
    public Uri? Server
    {
        get => Description.Server;
        init => Description.Server = value;
    }

    /// <summary>
    /// The values of <see cref="StripeError.Code"/> that the specification lists for the operation; there may be others. The
    /// additional fields of such an error are in <see cref="StripeError.GetExtraFields"/>.
    /// </summary>
    public IReadOnlyList<string> ErrorCodes { get; init; } = [];

    internal OperationDescription Description { get; }

    /// <summary>Whether both are the same operation.</summary>
    public static bool operator ==(StripeOperation? left, StripeOperation? right) => ReferenceEquals(left, right);

    /// <summary>Whether the two are different operations.</summary>
    public static bool operator !=(StripeOperation? left, StripeOperation? right) => !ReferenceEquals(left, right);

    /// <inheritdoc/>
    public bool Equals(StripeOperation? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    /// <summary>Returns the method and the route, such as <c>POST /v1/account_links</c>.</summary>
    public sealed override string ToString() => string.Concat(Method.Method, " ", RouteTemplate);
}

/// <summary>
/// An operation of the Stripe API with its types. Generated resources have one for each operation, such as
/// <c>AccountLink.CreateOperation</c>.
/// </summary>
/// <typeparam name="TParams">The type of the parameters.</typeparam>
/// <typeparam name="TResource">The type of the resource that Stripe returns.</typeparam>
public sealed class StripeOperation<TParams, TResource> : StripeOperation
    where TParams : StripeParams
    where TResource : StripeResource
{
    /// <summary>Initializes an operation.</summary>
    /// <param name="name">A stable name for logs, such as <c>AccountLink.Create</c>.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="routeTemplate">The path with its placeholders, such as <c>/v1/accounts/{account}/login_links</c>.</param>
    /// <param name="apiVersion">The API version of the types; sent as <c>Stripe-Version</c>.</param>
    /// <param name="reader">Reads the resource from the response.</param>
    /// <exception cref="ArgumentException"><paramref name="routeTemplate"/> is not a path.</exception>
    public StripeOperation(
        string name, HttpMethod method, string routeTemplate, string apiVersion, StripeObjectReader<TResource> reader)
        : base(name, method, routeTemplate, apiVersion)
    {
        ArgumentNullException.ThrowIfNull(reader);
        Reader = reader;
    }

    /// <summary>Reads the resource from the response.</summary>
    public StripeObjectReader<TResource> Reader { get; }

    /// <summary>Calls the operation and returns the resource.</summary>
    /// <param name="client">The client that sends the request.</param>
    /// <param name="path">The values for the <c>{placeholders}</c> of the route, in the order of the route.</param>
    /// <param name="parameters">The parameters; <see langword="null"/> to send none.</param>
    /// <param name="options">The options of this call, which override those of the client.</param>
    /// <param name="cancellationToken">Cancels the call, which Stripe may already have carried out.</param>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> is null.</exception>
    /// <exception cref="StripeException">Stripe returned an error, or there was no usable response.</exception>
    /// <exception cref="StripeCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    public Task<TResource> SendAsync(
        IStripeClient client,
        PathParameters path,
        TParams? parameters,
        StripeRequestOptions? options,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);

        // The interface returns results. This library's own client throws in the state machine of the call itself, so that the usual call
        // does not pay for a second state machine that only unwraps the result.
        StripeRequest<TParams, TResource> request = CreateRequest(path, parameters, options);
        return client is StripeClient own
            ? own.StartAsync<TParams, TResource, TResource, AsResource<TResource>>(request, cancellationToken)
            : ValueOrThrowAsync(client.SendAsync(request, cancellationToken));

        static async Task<TResource> ValueOrThrowAsync(ValueTask<StripeResult<TResource>> call) =>
            (await call.ConfigureAwait(false)).GetValueOrThrow();
    }

    /// <summary>Calls the operation and returns the resource or the error.</summary>
    /// <param name="client">The client that sends the request.</param>
    /// <param name="path">The values for the <c>{placeholders}</c> of the route, in the order of the route.</param>
    /// <param name="parameters">The parameters; <see langword="null"/> to send none.</param>
    /// <param name="options">The options of this call, which override those of the client.</param>
    /// <param name="cancellationToken">Cancels the call, which Stripe may already have carried out.</param>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> is null.</exception>
    /// <exception cref="StripeCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    public Task<StripeResult<TResource>> TrySendAsync(
        IStripeClient client,
        PathParameters path,
        TParams? parameters,
        StripeRequestOptions? options,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.SendAsync(CreateRequest(path, parameters, options), cancellationToken).AsTask();
    }

    private StripeRequest<TParams, TResource> CreateRequest(
        PathParameters path, TParams? parameters, StripeRequestOptions? options) =>
        new(this) { PathParameters = path, Parameters = parameters, Options = options };
}
