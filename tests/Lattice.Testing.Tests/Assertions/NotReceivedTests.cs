using Lattice.Stripe.Testing.Tests.Support;
using Lattice.Stripe.Testing.Tests.Widgets;

namespace Lattice.Stripe.Testing.Tests.Assertions;

/// <summary>Assertions without an expectation, and that no request was received.</summary>
public sealed class NotReceivedTests : IDisposable
{
    private readonly StripeStandIn _stripe = WidgetSlice.CreateStandIn();

    public void Dispose() => _stripe.Dispose();

    [Fact]
    public async Task The_latest_request_of_an_operation_is_found_without_an_expectation()
    {
        var none = Assert.Throws<StripeAssertionException>(() => _stripe.AssertReceived(Widget.CreateOperation));
        await Widget.CreateAsync(_stripe.Client, new WidgetCreateParams { Name = "a" });
        await Widget.CreateAsync(_stripe.Client, new WidgetCreateParams { Name = "b" });
        await Widgets.Source.CreateAsync(_stripe.Client);

        ReceivedRequest request = _stripe.AssertReceived(Widget.CreateOperation);

        Assert.Same(_stripe.Requests[1], request);
        Assert.Equal("No POST /v1/widgets request was received. No other request was received either.", none.Message);
    }

    [Fact]
    public async Task A_request_that_was_not_expected_is_shown()
    {
        _stripe.AssertNotReceived(Widget.CreateOperation);
        await Widget.CreateAsync(_stripe.Client, new WidgetCreateParams { Name = "a" });
        var one = Assert.Throws<StripeAssertionException>(() => _stripe.AssertNotReceived(Widget.CreateOperation));
        await Widget.CreateAsync(_stripe.Client, new WidgetCreateParams { Name = "b" });
        var two = Assert.Throws<StripeAssertionException>(() => _stripe.AssertNotReceived(Widget.CreateOperation));

        Assert.Equal("A POST /v1/widgets request was received, and none was expected:\n    POST /v1/widgets -> 200", one.Message);
        Assert.Equal(
            "2 POST /v1/widgets requests were received, and none was expected:\n    POST /v1/widgets -> 200\n    POST /v1/widgets -> 200",
            two.Message);
        _stripe.AssertNotReceived(Widgets.Source.CreateOperation);
    }

    [Fact]
    public async Task Only_requests_that_meet_the_expectation_count()
    {
        var parameters = new WidgetCreateParams { Name = "a", Amount = 1 };
        await Widget.CreateAsync(_stripe.Client, parameters);

        _stripe.AssertNotReceived(Widget.CreateOperation, new WidgetCreateParams { Name = "a" });
        _stripe.AssertNotReceived(Widget.CreateOperation, expected => expected.WithParameter("name", "b"));
        _stripe.AssertNotReceived(Widget.CreateOperation, expected => expected.WithParameter("name", "a").WithHeader("Stripe-Account", "acct_1"));
        var exact = Assert.Throws<StripeAssertionException>(() => _stripe.AssertNotReceived(Widget.CreateOperation, parameters));
        var part = Assert.Throws<StripeAssertionException>(
            () => _stripe.AssertNotReceived(Widget.CreateOperation, expected => expected.WithParameter("amount", "1")));

        Assert.Equal(
            "A POST /v1/widgets request was received, and none was expected:\n    POST /v1/widgets -> 200\n    amount \"1\"\n    name \"a\"",
            exact.Message);
        Assert.EndsWith("\n    amount \"1\"", part.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_operation_of_another_slice_is_an_error()
    {
        Assert.Throws<ArgumentException>(() => _stripe.AssertReceived(AccountLink.CreateOperation));
        Assert.Throws<ArgumentException>(() => _stripe.AssertNotReceived(AccountLink.CreateOperation));
    }
}
