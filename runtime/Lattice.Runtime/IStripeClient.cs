namespace Lattice.Stripe;

/// <summary>
/// The one seam between resources and the network: every create of every resource goes through
/// <see cref="SendAsync{TParams, TResource}"/>. Implement it to decorate, route or replace a client.
/// </summary>
public interface IStripeClient
{
    /// <summary>Performs one call of the Stripe API.</summary>
    /// <typeparam name="TParams">The type of the body's parameters.</typeparam>
    /// <typeparam name="TResource">The type of the resource that Stripe answers.</typeparam>
    /// <param name="operation">What to call; compare it by reference with, say, <c>AccountLink.CreateOperation</c>.</param>
    /// <param name="path">The values for the route's <c>{placeholders}</c>, in their order.</param>
    /// <param name="parameters">The body; <see langword="null"/> sends none of the operation's own parameters.</param>
    /// <param name="options">What this call does otherwise than the client.</param>
    /// <param name="cancellationToken">Ends the call with <see cref="StripeCanceledException"/>.</param>
    /// <returns>The resource, or the error with which the call ended.</returns>
    ValueTask<StripeResult<TResource>> SendAsync<TParams, TResource>(
        StripeOperation<TParams, TResource> operation,
        PathParameters path,
        TParams? parameters,
        StripeRequestOptions? options,
        CancellationToken cancellationToken)
        where TParams : StripeParams
        where TResource : StripeResource;
}
