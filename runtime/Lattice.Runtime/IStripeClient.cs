namespace Lattice.Stripe;

/// <summary>
/// The interface between resources and the network: every operation calls <see cref="SendAsync{TParams, TResource}"/>. Implement it
/// to decorate, route or replace a client.
/// </summary>
/// <example>
/// A client that sends every call for the connected account of the current tenant:
/// <code>
/// public sealed class TenantClient(IStripeClient inner, ITenant tenant) : IStripeClient
/// {
///     public ValueTask&lt;StripeResult&lt;TResource&gt;&gt; SendAsync&lt;TParams, TResource&gt;(
///         StripeRequest&lt;TParams, TResource&gt; request, CancellationToken cancellationToken)
///         where TParams : StripeParams
///         where TResource : StripeResource =>
///         inner.SendAsync(request with { Options = new(request.Options) { StripeAccount = tenant.Account } }, cancellationToken);
/// }
/// </code>
/// </example>
public interface IStripeClient
{
    /// <summary>Calls an operation of the Stripe API.</summary>
    /// <typeparam name="TParams">The type of the body's parameters.</typeparam>
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
