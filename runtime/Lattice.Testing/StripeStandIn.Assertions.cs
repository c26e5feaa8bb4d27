using Lattice.Stripe.Testing.Assertions;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing;

/// <content>Assertions on the requests that were received.</content>
public sealed partial class StripeStandIn
{
    /// <summary>Asserts that a request of an operation was received.</summary>
    /// <param name="operation">The operation, such as <c>AccountLink.CreateOperation</c>.</param>
    /// <returns>The latest such request.</returns>
    /// <exception cref="StripeAssertionException">There is no such request; the message lists the others.</exception>
    /// <exception cref="ArgumentException">The stand-in's slice has no such operation.</exception>
    public ReceivedRequest AssertReceived<TParams, TResource>(StripeOperation<TParams, TResource> operation)
        where TParams : StripeParams
        where TResource : StripeResource
        => new ReceivedAssertion(RequestsOf(operation), Expectation.None).FindLatest();

    /// <summary>Asserts that a request of an operation with exactly these parameters was received.</summary>
    /// <param name="operation">The operation, such as <c>AccountLink.CreateOperation</c>.</param>
    /// <param name="parameters">
    /// All parameters of the request; a parameter that is not set must not have been sent. A file is read from the current position
    /// of its stream, so pass a stream that was not sent before.
    /// </param>
    /// <returns>The latest such request.</returns>
    /// <exception cref="StripeAssertionException">There is no such request; the message shows the closest one.</exception>
    /// <exception cref="ArgumentException">The stand-in's slice has no such operation.</exception>
    public ReceivedRequest AssertReceived<TParams, TResource>(StripeOperation<TParams, TResource> operation, TParams parameters)
        where TParams : StripeParams
        where TResource : StripeResource
        => Expect(operation, parameters).FindLatest();

    /// <summary>Asserts that a request of an operation that meets an expectation was received.</summary>
    /// <param name="operation">The operation, such as <c>AccountLink.CreateOperation</c>.</param>
    /// <param name="describe">
    /// Describes the expected request, as in
    /// <c>request => request.WithParameter("type", "account_onboarding").WithHeader("Stripe-Account", "acct_1")</c>.
    /// </param>
    /// <returns>The latest such request.</returns>
    /// <exception cref="StripeAssertionException">
    /// There is no such request, and the message shows the closest one; or the operation does not have a parameter that the test names, or
    /// the parameter never has the value.
    /// </exception>
    /// <exception cref="ArgumentException">The stand-in's slice has no such operation.</exception>
    public ReceivedRequest AssertReceived<TParams, TResource>(
        StripeOperation<TParams, TResource> operation, Action<RequestExpectation> describe)
        where TParams : StripeParams
        where TResource : StripeResource
        => Expect(operation, describe).FindLatest();

    /// <summary>Asserts that no request of an operation was received.</summary>
    /// <param name="operation">The operation, such as <c>AccountLink.CreateOperation</c>.</param>
    /// <exception cref="StripeAssertionException">
    /// There is such a request, which the message shows; or requests were dropped that may have been such requests.
    /// </exception>
    /// <exception cref="ArgumentException">The stand-in's slice has no such operation.</exception>
    public void AssertNotReceived<TParams, TResource>(StripeOperation<TParams, TResource> operation)
        where TParams : StripeParams
        where TResource : StripeResource
        => new ReceivedAssertion(RequestsOf(operation), Expectation.None).FindNone();

    /// <summary>Asserts that no request of an operation with exactly these parameters was received.</summary>
    /// <param name="operation">The operation, such as <c>AccountLink.CreateOperation</c>.</param>
    /// <param name="parameters">All parameters of the request, as for the other assertion.</param>
    /// <exception cref="StripeAssertionException">
    /// There is such a request, which the message shows; or requests were dropped that may have been such requests.
    /// </exception>
    /// <exception cref="ArgumentException">The stand-in's slice has no such operation.</exception>
    public void AssertNotReceived<TParams, TResource>(StripeOperation<TParams, TResource> operation, TParams parameters)
        where TParams : StripeParams
        where TResource : StripeResource
        => Expect(operation, parameters).FindNone();

    /// <summary>Asserts that no request of an operation that meets an expectation was received.</summary>
    /// <param name="operation">The operation, such as <c>AccountLink.CreateOperation</c>.</param>
    /// <param name="describe">Describes the request, as in <c>request => request.WithParameter("account", "acct_1")</c>.</param>
    /// <exception cref="StripeAssertionException">
    /// There is such a request, which the message shows; or requests were dropped that may have been such requests; or the operation does
    /// not have a parameter that the test names, or the parameter never has the value.
    /// </exception>
    /// <exception cref="ArgumentException">The stand-in's slice has no such operation.</exception>
    public void AssertNotReceived<TParams, TResource>(
        StripeOperation<TParams, TResource> operation, Action<RequestExpectation> describe)
        where TParams : StripeParams
        where TResource : StripeResource
        => Expect(operation, describe).FindNone();

    private ReceivedAssertion Expect<TParams, TResource>(StripeOperation<TParams, TResource> operation, TParams parameters)
        where TParams : StripeParams
        where TResource : StripeResource
    {
        ArgumentNullException.ThrowIfNull(parameters);

        OperationRequests requests = RequestsOf(operation);
        IReadOnlyList<KeyValuePair<string, string>> expected = SentParameters.Of(operation, parameters);
        ExpectedValue.Check(expected, Find(operation), requests);
        var exact = new ExactParameters(expected);
        return new ReceivedAssertion(requests, new Expectation(exact.Compare, NeedsContent: true));
    }

    private ReceivedAssertion Expect<TParams, TResource>(
        StripeOperation<TParams, TResource> operation, Action<RequestExpectation> describe)
        where TParams : StripeParams
        where TResource : StripeResource
        => Expect(Find(operation), operation.ToString(), describe);

    private ReceivedAssertion Expect(Operation operation, string name, Action<RequestExpectation> describe)
    {
        ArgumentNullException.ThrowIfNull(describe);

        OperationRequests requests = RequestsOf(operation, name);
        var expectation = new RequestExpectation();
        describe(expectation);
        return new ReceivedAssertion(requests, expectation.For(operation, requests));
    }

    private OperationRequests RequestsOf<TParams, TResource>(StripeOperation<TParams, TResource> operation)
        where TParams : StripeParams
        where TResource : StripeResource
        => RequestsOf(Find(operation), operation.ToString());

    private OperationRequests RequestsOf(Operation operation, string name)
    {
        IReadOnlyList<ReceivedRequest> all = Requests;
        return new OperationRequests(
            name,
            [.. all.Where(request => request.Operation == operation)],
            _pipeline.Log.CountDropped(operation),
            all,
            _pipeline.Check);
    }
}
