using Lattice.Stripe.Http;
using Lattice.Stripe.Pipeline;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe;

/// <summary>What an operation's request body is.</summary>
public enum StripeBodyKind
{
    /// <summary>The operation takes no body.</summary>
    None,

    /// <summary><c>application/x-www-form-urlencoded</c>, as all of v1 but file uploads.</summary>
    Form,

    /// <summary><c>application/json</c>, as all of v2.</summary>
    Json,

    /// <summary><c>multipart/form-data</c>, for file uploads.</summary>
    Multipart,
}

/// <summary>
/// The description of one operation of the Stripe API: where it is, what it takes and how its response is read. Each
/// create of a generated resource has one (<c>AccountLink.CreateOperation</c>); there is one instance per operation.
/// </summary>
/// <typeparam name="TParams">The type of the body's parameters; it writes itself.</typeparam>
/// <typeparam name="TResource">The type of the resource that Stripe answers.</typeparam>
public sealed class StripeOperation<TParams, TResource>
    where TParams : StripeParams
    where TResource : StripeResource
{
    /// <summary>Describes an operation.</summary>
    /// <param name="name">A stable name for logs, such as <c>AccountLink.Create</c>.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="route">The path with its placeholders, such as <c>/v1/accounts/{account}/login_links</c>.</param>
    /// <param name="bodyKind">What the request body is.</param>
    /// <param name="apiVersion">The API version whose types these are; sent as <c>Stripe-Version</c>.</param>
    /// <param name="reader">Reads the resource from the response.</param>
    /// <param name="server">Where the operation is, if it is not where the others are.</param>
    /// <exception cref="ArgumentException"><paramref name="route"/> does not start with a slash.</exception>
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

    /// <summary>What the request body is.</summary>
    public StripeBodyKind BodyKind => Description.BodyKind;

    /// <summary>The API version whose types these are.</summary>
    public string ApiVersion => Description.ApiVersion;

    /// <summary>Reads the resource from the response.</summary>
    public StripeObjectReader<TResource> Reader { get; }

    /// <summary>
    /// Where the operation is, if it is not where the others are; a client with another base address than Stripe's ignores
    /// it.
    /// </summary>
    public Uri? Server => Description.Server;

    /// <summary>
    /// The values of <see cref="StripeError.Code"/> by which the specification tells the operation's own errors apart; there
    /// may be others. What such an error holds besides is in <see cref="StripeError.GetExtraFields"/>.
    /// </summary>
    public IReadOnlyList<string> ErrorCodes { get; init; } = [];

    internal OperationDescription Description { get; }

    /// <summary>Calls the operation and returns the resource.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> is null.</exception>
    /// <exception cref="StripeException">Stripe answered with an error, or no usable answer came.</exception>
    /// <exception cref="StripeCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    public Task<TResource> SendAsync(
        IStripeClient client,
        PathParameters path,
        TParams? parameters,
        StripeRequestOptions? options,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
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

    /// <summary>The method and the route, such as <c>POST /v1/account_links</c>.</summary>
    public override string ToString() => $"{Method} {RouteTemplate}";
}
