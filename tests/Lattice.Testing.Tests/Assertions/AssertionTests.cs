using Lattice.Stripe.Testing.Tests.Support;
using Lattice.Stripe.Testing.Tests.Widgets;

namespace Lattice.Stripe.Testing.Tests.Assertions;

/// <summary>Assertions on received requests, and their messages.</summary>
public sealed class AssertionTests : IDisposable
{
    private readonly StripeStandIn _stripe = WidgetSlice.CreateStandIn();

    public void Dispose() => _stripe.Dispose();

    [Fact]
    public async Task Requests_are_found_by_their_operation()
    {
        await Widget.CreateAsync(_stripe.Client, new WidgetCreateParams { Name = "a" });
        await Widget.CreateForOwnerAsync(_stripe.Client, "ow_1");
#pragma warning disable LAT1001 // The stand-in rejects it.
        await Widget.TryCreateAsync(_stripe.Client, new WidgetCreateParams());
#pragma warning restore LAT1001

        Assert.Equal([200, 400], _stripe.Received(Widget.CreateOperation).Select(request => request.StatusCode));
        Assert.Equal("/v1/owners/ow_1/widgets", Assert.Single(_stripe.Received(Widget.CreateForOwnerOperation)).Path);
        Assert.Empty(_stripe.Received(Widgets.Source.CreateOperation));
    }

    [Fact]
    public async Task The_request_with_exactly_these_parameters_is_found_among_several()
    {
        var parameters = new WidgetCreateParams { Name = "b", Amount = 2, Metadata = new() { ["k"] = "v" }, Tags = ["x"] };
        await Widget.CreateAsync(_stripe.Client, new WidgetCreateParams { Name = "a" });
        await Widget.CreateAsync(_stripe.Client, parameters);
        await Widget.CreateAsync(_stripe.Client, new WidgetCreateParams { Name = "c" });

        ReceivedRequest request = _stripe.AssertReceived(Widget.CreateOperation, parameters);

        Assert.Same(_stripe.Requests[1], request);
    }

    [Fact]
    public async Task An_empty_list_is_received_only_if_it_can_be_cleared()
    {
        var parameters = new WidgetCreateParams { Name = "b", Labels = [], Tags = [], Expand = [] };
        await Widget.CreateAsync(_stripe.Client, parameters);

        ReceivedRequest request = _stripe.AssertReceived(Widget.CreateOperation, parameters);

        Assert.Equal([new("labels", ""), new("name", "b")], request.Parameters);
        _stripe.AssertReceived(Widget.CreateOperation, new WidgetCreateParams { Name = "b", Labels = [] });
    }

    [Fact]
    public async Task The_message_shows_the_difference_from_the_closest_request_line_by_line()
    {
        await Widget.CreateAsync(_stripe.Client, new WidgetCreateParams { Name = "far", Mode = WidgetCreateMode.A, Amount = 1 });
        await Widget.CreateAsync(_stripe.Client, new WidgetCreateParams { Name = "line\nbreak", Mode = WidgetCreateMode.B, Tags = ["t"] });

        var exception = Assert.Throws<StripeAssertionException>(() => _stripe.AssertReceived(
            Widget.CreateOperation, new WidgetCreateParams { Name = "near", Amount = 5, Mode = WidgetCreateMode.B }));

        Assert.Equal(
            """
            The closest of 2 POST /v1/widgets requests is not as expected (- expected, + received): POST /v1/widgets -> 200
              - amount "5"
              + amount (not sent)
                mode "b"
              - name "near"
              + name "line\nbreak"
              - tags[0] (not sent)
              + tags[0] "t"
            """.ReplaceLineEndings("\n"),
            exception.Message);
    }

    [Fact]
    public async Task Parameters_in_JSON_and_files_are_compared()
    {
        var json = new Widgets.V2.Core.WidgetCreateParams { Name = "n", Count = 5, Sizes = [1, 2] };
        Widgets.StripeFileCreateParams Upload(string content) => new()
        {
            File = new StripeFileUpload(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content)), "a.png", "image/png"),
            Purpose = Widgets.StripeFileCreatePurpose.Logo,
        };
        await Widgets.V2.Core.Widget.CreateAsync(_stripe.Client, json);
        await Widgets.StripeFile.CreateAsync(_stripe.Client, Upload("one"));

        _stripe.AssertReceived(Widgets.V2.Core.Widget.CreateOperation, json);
        _stripe.AssertReceived(Widgets.StripeFile.CreateOperation, Upload("one"));
        Assert.Throws<StripeAssertionException>(() => _stripe.AssertReceived(Widgets.StripeFile.CreateOperation, Upload("two")));
        var exception = Assert.Throws<StripeAssertionException>(() => _stripe.AssertReceived(
            Widgets.V2.Core.Widget.CreateOperation, new Widgets.V2.Core.WidgetCreateParams { Name = "n", Count = 5, Sizes = [1, 3] }));
        Assert.EndsWith("  - sizes[1] \"3\"\n  + sizes[1] \"2\"", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expectation_can_describe_a_part_of_the_request()
    {
        await Widget.CreateForOwnerAsync(
            _stripe.Client, "ow_1", new WidgetCreateForOwnerParams { Amount = 5 }, new StripeRequestOptions { StripeAccount = "acct_1" });

        ReceivedRequest request = _stripe.AssertReceived(Widget.CreateForOwnerOperation, expected => expected
            .WithPath("/v1/owners/ow_1/widgets")
            .WithParameter("amount", "5")
            .WithoutParameter("metadata")
            .WithHeader("stripe-account", "acct_1")
            .WithoutHeader("Stripe-Context"));

        Assert.Equal(200, request.StatusCode);
    }

    [Fact]
    public async Task The_message_shows_all_lines_of_an_expectation_that_is_not_met()
    {
        await Widget.CreateAsync(_stripe.Client, new WidgetCreateParams { Name = "n", Metadata = new() { ["k"] = "v" } });

        var exception = Assert.Throws<StripeAssertionException>(() => _stripe.AssertReceived(Widget.CreateOperation, expected => expected
            .WithPath("/v1/widgets")
            .WithParameter("name", "N")
            .WithoutParameter("metadata")
            .WithoutParameter("tags")
            .WithHeader("Stripe-Account", "acct_1")
            .WithoutHeader("Stripe-Version")));

        Assert.Equal(
            """
            The POST /v1/widgets request is not as expected (- expected, + received): POST /v1/widgets -> 200
                path "/v1/widgets"
              - name "N"
              + name "n"
              - metadata[k] (not sent)
              + metadata[k] "v"
                tags (not sent)
              - Stripe-Account: "acct_1"
              + Stripe-Account: (not sent)
              - Stripe-Version: (not sent)
              + Stripe-Version: "2026-09-30.endive"
            """.ReplaceLineEndings("\n"),
            exception.Message);
    }

    [Fact]
    public async Task The_message_shows_the_other_parameters_if_one_is_missing()
    {
        await Widget.CreateAsync(_stripe.Client, new WidgetCreateParams { Name = "n", Amount = 5 });

        var exception = Assert.Throws<StripeAssertionException>(() => _stripe.AssertReceived(
            Widget.CreateOperation, expected => expected.WithParameter("mode", "a").WithParameter("amount", "5")));

        Assert.EndsWith(
            """
              - mode "a"
              + mode (not sent)
                amount "5"
                name "n"
            """.ReplaceLineEndings("\n"),
            exception.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Messages_contain_no_key()
    {
        await Widget.CreateAsync(_stripe.Client, new WidgetCreateParams { Name = "n" }, new StripeRequestOptions { ApiKey = Caller.Key });

        var exception = Assert.Throws<StripeAssertionException>(() => _stripe.AssertReceived(
            Widget.CreateOperation, expected => expected.WithHeader("Authorization", "Bearer sk_live_no_key_at_all")));
        _stripe.AssertReceived(Widget.CreateOperation, expected => expected.WithHeader("Authorization", $"Bearer {Caller.Key}"));

        var similar = Assert.Throws<StripeAssertionException>(() => _stripe.AssertReceived(
            Widget.CreateOperation, expected => expected.WithHeader("authorization", "Bearer sk_test_of_somebody_else")));

        Assert.Contains("+ authorization: \"Bearer sk_test_…[redacted]\" (another value)", similar.Message, StringComparison.Ordinal);
        Assert.Contains("sk_live_…[redacted]", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("4eC39", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_message_lists_the_other_requests_if_none_of_the_operation_was_received()
    {
        var nothing = Assert.Throws<StripeAssertionException>(
            () => _stripe.AssertReceived(Widget.CreateOperation, new WidgetCreateParams()));
        for (int i = 0; i < 12; i++)
        {
            await Widgets.Source.CreateAsync(_stripe.Client);
        }

        var others = Assert.Throws<StripeAssertionException>(() => _stripe.AssertReceived(Widget.CreateOperation, _ => { }));

        Assert.Equal("No POST /v1/widgets request was received. No other request was received either.", nothing.Message);
        Assert.StartsWith(
            "No POST /v1/widgets request was received. Received requests:\n    POST /v1/sources -> 200\n",
            others.Message,
            StringComparison.Ordinal);
        Assert.EndsWith("\n    and 2 more", others.Message, StringComparison.Ordinal);
    }
}
