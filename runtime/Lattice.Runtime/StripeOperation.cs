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
/// An operation of the Stripe API: its route, its parameters, and how its response is read. Generated resources have one for each
/// operation, such as <c>AccountLink.CreateOperation</c>; there is a single instance of it.
/// </summary>
/// <typeparam name="TParams">The type of the body's parameters.</typeparam>
/// <typeparam name="TResource">The type of the resource that Stripe returns.</typeparam>
public sealed class StripeOperation<TParams, TResource>
    where TParams : StripeParams
    where TResource : StripeResource
{
    /// <summary>Initializes an operation.</summary>
    /// <param name="name">A stable name for logs, such as <c>AccountLink.Create</c>.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="route">The path with its placeholders, such as <c>/v1/accounts/{account}/login_links</c>.</param>
    /// <param name="bodyKind">The format of the request body.</param>
    /// <param name="apiVersion">The API version of the types; sent as <c>Stripe-Version</c>.</param>
    /// <param name="reader">Reads the resource from the response.</param>
    /// <param name="server">The server of the operation, if it is not the server of the API.</param>
    /// <exception cref="ArgumentException"><paramref name="route"/> is not a path.</exception>
    public StripeOperation(
        string name,
        HttpMethod method,
        string route,
        StripeBodyKind bodyKind,
        string apiVersion,
        StripeObjectReader<TResource> reader,
        Uri? server = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(method);
        ArgumentException.ThrowIfNullOrEmpty(route);
        ArgumentException.ThrowIfNullOrEmpty(apiVersion);
        ArgumentNullException.ThrowIfNull(reader);

        Description = new OperationDescription(name, method, new RouteTemplate(route), bodyKind, apiVersion, server);
        Reader = reader;
    }

    /// <summary>A stable name for logs, such as <c>AccountLink.Create</c> or <c>BillingPortal.Session.Create</c>.</summary>
    public string Name => Description.Name;

    /// <summary>The HTTP method.</summary>
    public HttpMethod Method => Description.Method;

    /// <summary>The path with its placeholders, such as <c>/v1/accounts/{account}/login_links</c>.</summary>
    public string RouteTemplate => Description.Route.Text;

    /// <summary>The format of the request body.</summary>
    public StripeBodyKind BodyKind => Description.BodyKind;

    /// <summary>The API version of the types.</summary>
    public string ApiVersion => Description.ApiVersion;

    /// <summary>Reads the resource from the response.</summary>
    public StripeObjectReader<TResource> Reader { get; }

    /// <summary>
    /// The server of the operation, if it is not the server of the API. A client whose base address is not Stripe's ignores it.
    /// </summary>
    public Uri? Server => Description.Server;

    /// <summary>
    /// The values of <see cref="StripeError.Code"/> that the specification lists for the operation; there may be others. The
    /// additional fields of such an error are in <see cref="StripeError.GetExtraFields"/>.
    /// </summary>
    public IReadOnlyList<string> ErrorCodes { get; init; } = [];

    internal OperationDescription Description { get; }

    /// <summary>Calls the operation and returns the resource.</summary>
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
        return client is StripeClient own
            ? own.StartAsync<TResource, TResource, AsResource<TResource>>(
                Description, Reader, path, parameters, options, cancellationToken)
            : ValueOrThrowAsync(client.SendAsync(this, path, parameters, options, cancellationToken));

        static async Task<TResource> ValueOrThrowAsync(ValueTask<StripeResult<TResource>> call) =>
            (await call.ConfigureAwait(false)).GetValueOrThrow();
    }

    /// <summary>Calls the operation and returns the resource or the error.</summary>
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
        return client.SendAsync(this, path, parameters, options, cancellationToken).AsTask();
    }

    /// <summary>Returns the method and the route, such as <c>POST /v1/account_links</c>.</summary>
    public override string ToString() => $"{Method} {RouteTemplate}";
}
