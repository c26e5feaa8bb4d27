namespace Lattice.Stripe;

/// <summary>
/// The interface between resources and the network: every operation calls <see cref="SendAsync{TParams, TResource}"/>. Implement it
/// to decorate, route or replace a client.
/// </summary>
public interface IStripeClient
{
    /// <summary>Calls an operation of the Stripe API.</summary>
    /// <typeparam name="TParams">The type of the body's parameters.</typeparam>
    /// <typeparam name="TResource">The type of the resource that Stripe returns.</typeparam>
    /// <param name="operation">The operation to call. There is one instance of each, such as <c>AccountLink.CreateOperation</c>.</param>
    /// <param name="path">The values for the <c>{placeholders}</c> of the route, in the order of the route.</param>
    /// <param name="parameters">The parameters of the body; <see langword="null"/> to send none.</param>
    /// <param name="options">The options of this call, which override those of the client.</param>
    /// <param name="cancellationToken">Cancels the call, which throws a <see cref="StripeCanceledException"/>.</param>
    /// <returns>The resource, or the error of the call.</returns>
    ValueTask<StripeResult<TResource>> SendAsync<TParams, TResource>(
        StripeOperation<TParams, TResource> operation,
        PathParameters path,
        TParams? parameters,
        StripeRequestOptions? options,
        CancellationToken cancellationToken)
        where TParams : StripeParams
        where TResource : StripeResource;
}
