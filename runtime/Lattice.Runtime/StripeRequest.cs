namespace Lattice.Stripe;

/// <summary>
/// A call of an operation: everything that an <see cref="IStripeClient"/> gets to send. A later version can add to it without
/// breaking the code that implements or calls a client.
/// </summary>
/// <remarks>To change a request on its way, use <see langword="with"/>: <c>request with { Options = options }</c>.</remarks>
/// <typeparam name="TParams">The type of the parameters.</typeparam>
/// <typeparam name="TResource">The type of the resource that Stripe returns.</typeparam>
public readonly struct StripeRequest<TParams, TResource> : IEquatable<StripeRequest<TParams, TResource>>
    where TParams : StripeParams
    where TResource : StripeResource
{
    private readonly StripeOperation<TParams, TResource>? _operation;

    /// <summary>Initializes a request.</summary>
    /// <param name="operation">The operation to call, such as <c>AccountLink.CreateOperation</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="operation"/> is null.</exception>
    public StripeRequest(StripeOperation<TParams, TResource> operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        _operation = operation;
    }

    /// <summary>The operation to call.</summary>
    /// <exception cref="InvalidOperationException">The request is <see langword="default"/>.</exception>
    public StripeOperation<TParams, TResource> Operation => _operation
        ?? throw new InvalidOperationException("The request has no operation. Create it with the constructor that takes one.");

    /// <summary>The values for the <c>{placeholders}</c> of the route, in the order of the route.</summary>
    public PathParameters PathParameters { get; init; }

    /// <summary>The parameters; <see langword="null"/> to send none.</summary>
    public TParams? Parameters { get; init; }

    /// <summary>The options of this call, which override those of the client.</summary>
    public StripeRequestOptions? Options { get; init; }

    /// <summary>
    /// The page of a list to request, in place of the one that the parameters say; <see langword="null"/> for any other call.
    /// </summary>
    public StripePage? Page { get; init; }

    /// <inheritdoc/>
    public bool Equals(StripeRequest<TParams, TResource> other) =>
        ReferenceEquals(_operation, other._operation)
            && PathParameters == other.PathParameters
            && ReferenceEquals(Parameters, other.Parameters)
            && ReferenceEquals(Options, other.Options)
            && ReferenceEquals(Page, other.Page);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is StripeRequest<TParams, TResource> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _operation is null ? 0 : _operation.GetHashCode();

    /// <summary>Whether both call the same operation with the same path and the same objects.</summary>
    public static bool operator ==(StripeRequest<TParams, TResource> left, StripeRequest<TParams, TResource> right) =>
        left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    public static bool operator !=(StripeRequest<TParams, TResource> left, StripeRequest<TParams, TResource> right) =>
        !left.Equals(right);

    /// <summary>Returns the method and the route, such as <c>POST /v1/account_links</c>. It contains no value.</summary>
    public override string ToString() => _operation?.ToString() ?? "";
}
