namespace Lattice.Stripe;

/// <summary>
/// The interface between resources and the network: every operation calls <see cref="SendAsync{TParams, TResource}"/>. Implement it
/// to decorate, route or replace a client.
/// </summary>
/// <remarks>
/// To change a request on its way, pass on a changed copy:
/// <c>request with { Options = new(request.Options) { StripeAccount = "acct_123" } }</c>.
/// </remarks>
public interface IStripeClient
{
    /// <summary>Calls an operation of the Stripe API.</summary>
    /// <typeparam name="TParams">The type of the parameters.</typeparam>
    /// <typeparam name="TResource">The type of the resource that Stripe returns.</typeparam>
    /// <param name="request">
    /// The operation with its parameters and options. Compare its <see cref="StripeRequest{TParams, TResource}.Operation"/> with
    /// <c>AccountLink.CreateOperation</c>, or look at its <see cref="StripeOperation.Name"/>.
    /// </param>
    /// <param name="cancellationToken">Cancels the call, which throws a <see cref="StripeCanceledException"/>.</param>
    /// <returns>The resource, or the error of the call.</returns>
    ValueTask<StripeResult<TResource>> SendAsync<TParams, TResource>(
        StripeRequest<TParams, TResource> request, CancellationToken cancellationToken)
        where TParams : StripeParams
        where TResource : StripeResource;
}
