using Lattice.Stripe.Testing.Assertions;
using Lattice.Stripe.Testing.Redaction;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing;

/// <content>Operations by method and path, for code that has no generated types for them, such as code that uses Stripe.net.</content>
public sealed partial class StripeStandIn
{
    /// <summary>Stubs the next requests of an operation.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">
    /// The path as in the slice, such as <c>/v1/payment_intents/{intent}/capture</c>. The names in braces do not matter.
    /// </param>
    /// <exception cref="ArgumentException">The stand-in's slice has no such operation.</exception>
    public StandInStubs<StripeResource> On(HttpMethod method, string path)
    {
        Operation found = Find(method, path);
        return new StandInStubs<StripeResource>(found, _stubs.FindOrAdd(found));
    }

    /// <summary>Gets the requests of one operation received so far, oldest first, including those that got an error.</summary>
    /// <inheritdoc cref="On(HttpMethod, string)"/>
    public IReadOnlyList<ReceivedRequest> Received(HttpMethod method, string path)
    {
        Operation found = Find(method, path);
        return [.. Requests.Where(request => request.Operation == found)];
    }

    /// <summary>Asserts that a request of an operation was received.</summary>
    /// <returns>The latest such request.</returns>
    /// <exception cref="StripeAssertionException">There is no such request; the message lists the others.</exception>
    /// <inheritdoc cref="On(HttpMethod, string)"/>
    public ReceivedRequest AssertReceived(HttpMethod method, string path)
        => new ReceivedAssertion(RequestsOf(Find(method, path), $"{method} {path}"), Expectation.None).FindLatest();

    /// <summary>Asserts that a request of an operation that meets an expectation was received.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">
    /// The path as in the slice, such as <c>/v1/payment_intents/{intent}/capture</c>. The names in braces do not matter.
    /// </param>
    /// <param name="describe">
    /// Describes the expected request, as in
    /// <c>request => request.WithParameter("amount", "2000").WithHeader("Stripe-Account", "acct_1")</c>.
    /// </param>
    /// <returns>The latest such request.</returns>
    /// <exception cref="StripeAssertionException">There is no such request; the message shows the closest one.</exception>
    /// <exception cref="ArgumentException">The stand-in's slice has no such operation.</exception>
    public ReceivedRequest AssertReceived(HttpMethod method, string path, Action<RequestExpectation> describe)
        => Expect(Find(method, path), $"{method} {path}", describe).FindLatest();

    /// <summary>Asserts that no request of an operation was received.</summary>
    /// <exception cref="StripeAssertionException">
    /// There is such a request, which the message shows; or requests were dropped that may have been such requests.
    /// </exception>
    /// <inheritdoc cref="On(HttpMethod, string)"/>
    public void AssertNotReceived(HttpMethod method, string path)
        => new ReceivedAssertion(RequestsOf(Find(method, path), $"{method} {path}"), Expectation.None).FindNone();

    /// <summary>Asserts that no request of an operation that meets an expectation was received.</summary>
    /// <exception cref="StripeAssertionException">
    /// There is such a request, which the message shows; or requests were dropped that may have been such requests.
    /// </exception>
    /// <inheritdoc cref="AssertReceived(HttpMethod, string, Action{RequestExpectation})"/>
    public void AssertNotReceived(HttpMethod method, string path, Action<RequestExpectation> describe)
        => Expect(Find(method, path), $"{method} {path}", describe).FindNone();

    private Operation Find(HttpMethod method, string path)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentException.ThrowIfNullOrEmpty(path);

        return _slice.Routes.FindLike(method.Method, new PathTemplate(path)) ?? throw new ArgumentException(
            $"The slice of this stand-in has no operation {method} {MessageText.Show(path)}. "
            + (_slice.Routes.Match(method.Method, path) is { } match
                ? $"That is a path of {method} {MessageText.Show(match.Operation.Path.Text)}: stubs and requests are those of an operation."
                : $"Set {nameof(StripeStandInOptions)}.{nameof(StripeStandInOptions.Slice)} to a slice that has it."),
            nameof(path));
    }
}
