using System.Net;
using Lattice.Stripe.Testing.Tests.Support;
using Lattice.Stripe.Testing.Tests.Widgets;

namespace Lattice.Stripe.Testing.Tests.Stubs;

/// <summary>Stubs and requests of operations that a test names by method and path, without generated types.</summary>
public sealed class PathStubTests : IDisposable
{
    private static readonly WidgetCreateParams s_parameters = new() { Name = "n" };

    private readonly StripeStandIn _stripe = WidgetSlice.CreateStandIn();

    public void Dispose() => _stripe.Dispose();

    [Fact]
    public async Task They_are_those_of_the_operation()
    {
        string path = Widget.CreateOperation.RouteTemplate;
        _stripe.On(HttpMethod.Post, path).FailWith(HttpStatusCode.BadRequest, param: "name");
        _stripe.On(Widget.CreateOperation).RespondWith(new Widget { Id = "second" });

        StripeError? error = (await Widget.TryCreateAsync(_stripe.Client, s_parameters)).Error;
        Widget second = await Widget.CreateAsync(_stripe.Client, s_parameters);

        Assert.Equal("name", error?.Param);
        Assert.Equal("second", second.Id);
        Assert.Equal(_stripe.Received(Widget.CreateOperation), _stripe.Received(HttpMethod.Post, path));
        Assert.Same(
            _stripe.Requests[^1], _stripe.AssertReceived(HttpMethod.Post, path, request => request.WithParameter("name", "n")));
        Assert.Throws<StripeAssertionException>(
            () => _stripe.AssertReceived(HttpMethod.Post, path, request => request.WithParameter("name", "m")));
    }

    [Fact]
    public async Task A_request_can_be_expected_or_not()
    {
        string path = Widget.CreateOperation.RouteTemplate;
        _stripe.AssertNotReceived(HttpMethod.Post, path);
        await Widget.CreateAsync(_stripe.Client, s_parameters);

        Assert.Same(_stripe.Requests[0], _stripe.AssertReceived(HttpMethod.Post, path));
        _stripe.AssertNotReceived(HttpMethod.Post, path, request => request.WithParameter("name", "m"));
        Assert.Throws<StripeAssertionException>(() => _stripe.AssertNotReceived(HttpMethod.Post, path));
        Assert.Throws<StripeAssertionException>(
            () => _stripe.AssertNotReceived(HttpMethod.Post, path, request => request.WithParameter("name", "n")));
    }

    [Fact]
    public async Task The_names_in_braces_do_not_matter()
    {
        string path = Widget.CreateForOwnerOperation.RouteTemplate.Replace("{", "{the_", StringComparison.Ordinal);
        _stripe.On(HttpMethod.Post, path).FailWith(HttpStatusCode.BadRequest, param: "owner");

        Assert.Equal("owner", (await Widget.TryCreateForOwnerAsync(_stripe.Client, "ow_1", null)).Error?.Param);
        Assert.Single(_stripe.Received(HttpMethod.Post, path));
    }

    [Theory]
    [InlineData("GET", "/v1/nothing", "Set StripeStandInOptions.Slice")]
    [InlineData("PATCH", "/v1/widgets", "Set StripeStandInOptions.Slice")]
    public void An_operation_that_the_slice_lacks_is_named(string method, string route, string advice)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>("path", () => _stripe.On(new HttpMethod(method), route));

        Assert.Contains($"has no operation {method} {route}. {advice}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_of_one_object_is_named_with_the_path_of_its_operation()
    {
        string template = Widget.CreateForOwnerOperation.RouteTemplate;
        string ofOne = template.Replace("{owner}", "ow_1", StringComparison.Ordinal);

        ArgumentException exception = Assert.Throws<ArgumentException>("path", () => _stripe.Received(HttpMethod.Post, ofOne));

        Assert.NotEqual(template, ofOne);
        Assert.Contains($"That is a path of POST {template}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_response_can_be_JSON()
    {
        _stripe.On(Widget.CreateOperation).RespondWithJson("""{ "id": "wi_json", "object": "widget", "unknown": 1 }""");

        Widget widget = await Widget.CreateAsync(_stripe.Client, s_parameters);

        Assert.Equal("wi_json", widget.Id);
        Assert.Equal(1, widget.GetExtraFields()["unknown"].GetInt32());
    }

    [Theory]
    [InlineData("1767225900")]
    [InlineData("\"2026-01-01T00:05:00Z\"")]
    [InlineData("null")]
    [InlineData("99999999999999999")]
    public async Task A_link_in_JSON_can_be_followed(string expiresAt)
    {
        using var stripe = new StripeStandIn(new StripeStandInOptions
        {
            TimeProvider = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)),
        });
        stripe.On(AccountLink.CreateOperation).RespondWithJson(
            $$"""{ "object": "account_link", "created": 1767225600, "expires_at": {{expiresAt}}, "url": "https://example.com/form" }""");

        AccountLink link = await AccountLink.CreateAsync(
            stripe.Client, new AccountLinkCreateParams { Account = "acct_1", Type = AccountLinkCreateType.AccountOnboarding });

        Assert.Equal(AccountLinkState.Valid, stripe.AccountLinks.GetState(link.Url.Reveal()));
    }

    [Theory]
    [InlineData("", "not valid JSON")]
    [InlineData("{", "not valid JSON")]
    [InlineData("null", "is null")]
    [InlineData("[]", "is an array")]
    [InlineData("true", "is a boolean")]
    public void JSON_that_is_no_resource_is_rejected_at_once(string text, string reason)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(
            "json", () => _stripe.On(Widget.CreateOperation).RespondWithJson(text));

        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
    }
}
