using Lattice.Stripe.Testing.Tests.Support;
using Lattice.Stripe.Testing.Tests.Widgets;

namespace Lattice.Stripe.Testing.Tests;

/// <summary>Assertions on what was received, and what they say.</summary>
public sealed class AssertionTests : IDisposable
{
    private readonly StripeStandIn _stripe = WidgetSlice.CreateStandIn();

    public void Dispose() => _stripe.Dispose();

    [Fact]
    public async Task Requests_are_told_by_their_operation()
    {
        await Widget.CreateAsync(_stripe.Client, new WidgetCreateParams { Name = "a" });
        await Widget.CreateForOwnerAsync(_stripe.Client, "ow_1");
        await Widget.TryCreateAsync(_stripe.Client, new WidgetCreateParams());

        Assert.Equal([200, 400], _stripe.Received(Widget.CreateOperation).Select(request => request.StatusCode));
        Assert.Equal("/v1/owners/ow_1/widgets", Assert.Single(_stripe.Received(Widget.CreateForOwnerOperation)).Path);
        Assert.Empty(_stripe.Received(Source.CreateOperation));
    }

    [Fact]
    public async Task The_very_parameters_are_found_among_several_requests()
    {
        var parameters = new WidgetCreateParams { Name = "b", Amount = 2, Metadata = new() { ["k"] = "v" }, Tags = ["x"] };
        await Widget.CreateAsync(_stripe.Client, new WidgetCreateParams { Name = "a" });
        await Widget.CreateAsync(_stripe.Client, parameters);
        await Widget.CreateAsync(_stripe.Client, new WidgetCreateParams { Name = "c" });

        ReceivedRequest request = _stripe.AssertReceived(Widget.CreateOperation, parameters);

        Assert.Same(_stripe.Requests[1], request);
    }

    [Fact]
    public async Task An_empty_list_is_received_only_where_it_clears()
    {
        var parameters = new WidgetCreateParams { Name = "b", Labels = [], Tags = [], Expand = [] };
        await Widget.CreateAsync(_stripe.Client, parameters);

        ReceivedRequest request = _stripe.AssertReceived(Widget.CreateOperation, parameters);

        Assert.Equal([new("labels", ""), new("name", "b")], request.Parameters);
        _stripe.AssertReceived(Widget.CreateOperation, new WidgetCreateParams { Name = "b", Labels = [] });
    }

    [Fact]
    public async Task What_differs_is_shown_line_by_line_for_the_closest_request()
    {
        await Widget.CreateAsync(_stripe.Client, new WidgetCreateParams { Name = "far", Mode = WidgetCreateMode.A, Amount = 1 });
        await Widget.CreateAsync(_stripe.Client, new WidgetCreateParams { Name = "line\nbreak", Mode = WidgetCreateMode.B, Tags = ["t"] });

        var problem = Assert.Throws<StripeAssertionException>(() => _stripe.AssertReceived(
            Widget.CreateOperation, new WidgetCreateParams { Name = "near", Amount = 5, Mode = WidgetCreateMode.B }));

        Assert.Equal(
            """
            The closest of 2 requests POST /v1/widgets is not as expected (- expected, + received): POST /v1/widgets -> 200
              - amount "5"
              + amount (not sent)
                mode "b"
              - name "near"
              + name "line\nbreak"
              - tags[0] (not sent)
              + tags[0] "t"
            """.ReplaceLineEndings("\n"),
            problem.Message);
    }

    [Fact]
    public async Task Parameters_of_json_and_files_are_compared_too()
    {
        var json = new Widgets.V2.Core.WidgetCreateParams { Name = "n", Count = 5, Sizes = [1, 2] };
        StripeFileCreateParams Upload(string content) => new()
        {
            File = new StripeFileUpload(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content)), "a.png", "image/png"),
            Purpose = StripeFileCreatePurpose.Logo,
        };
        await Widgets.V2.Core.Widget.CreateAsync(_stripe.Client, json);
        await StripeFile.CreateAsync(_stripe.Client, Upload("one"));

        _stripe.AssertReceived(Widgets.V2.Core.Widget.CreateOperation, json);
        _stripe.AssertReceived(StripeFile.CreateOperation, Upload("one"));
        Assert.Throws<StripeAssertionException>(() => _stripe.AssertReceived(StripeFile.CreateOperation, Upload("two")));
        var problem = Assert.Throws<StripeAssertionException>(() => _stripe.AssertReceived(
            Widgets.V2.Core.Widget.CreateOperation, new Widgets.V2.Core.WidgetCreateParams { Name = "n", Count = 5, Sizes = [1, 3] }));
        Assert.EndsWith("  - sizes[1] \"3\"\n  + sizes[1] \"2\"", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_can_be_described_in_part()
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
    public async Task A_description_that_does_not_hold_is_shown_in_all_its_lines()
    {
        await Widget.CreateAsync(_stripe.Client, new WidgetCreateParams { Name = "n", Metadata = new() { ["k"] = "v" } });

        var problem = Assert.Throws<StripeAssertionException>(() => _stripe.AssertReceived(Widget.CreateOperation, expected => expected
            .WithPath("/v1/widgets")
            .WithParameter("name", "N")
            .WithoutParameter("metadata")
            .WithoutParameter("tags")
            .WithHeader("Stripe-Account", "acct_1")
            .WithoutHeader("Stripe-Version")));

        Assert.Equal(
            """
            The request POST /v1/widgets is not as expected (- expected, + received): POST /v1/widgets -> 200
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
            problem.Message);
    }

    [Fact]
    public async Task Where_a_parameter_is_missing_the_others_are_shown()
    {
        await Widget.CreateAsync(_stripe.Client, new WidgetCreateParams { Name = "n", Amount = 5 });

        var problem = Assert.Throws<StripeAssertionException>(() => _stripe.AssertReceived(
            Widget.CreateOperation, expected => expected.WithParameter("Name", "n").WithParameter("amount", "5")));

        Assert.EndsWith(
            """
              - Name "n"
              + Name (not sent)
                amount "5"
                name "n"
            """.ReplaceLineEndings("\n"),
            problem.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_key_is_in_a_message()
    {
        await Widget.CreateAsync(_stripe.Client, new WidgetCreateParams { Name = "n" }, new StripeRequestOptions { ApiKey = Caller.Key });

        var problem = Assert.Throws<StripeAssertionException>(() => _stripe.AssertReceived(
            Widget.CreateOperation, expected => expected.WithHeader("Authorization", "Bearer sk_live_no_key_at_all")));
        _stripe.AssertReceived(Widget.CreateOperation, expected => expected.WithHeader("Authorization", $"Bearer {Caller.Key}"));

        var similar = Assert.Throws<StripeAssertionException>(() => _stripe.AssertReceived(
            Widget.CreateOperation, expected => expected.WithHeader("authorization", "Bearer sk_test_of_somebody_else")));

        Assert.Contains("+ authorization: \"Bearer sk_test_…[redacted] of another key\"", similar.Message, StringComparison.Ordinal);
        Assert.Contains("sk_live_…[redacted]", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("4eC39", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_came_in_what_did_is_listed()
    {
        var nothing = Assert.Throws<StripeAssertionException>(
            () => _stripe.AssertReceived(Widget.CreateOperation, new WidgetCreateParams()));
        for (int i = 0; i < 12; i++)
        {
            await Source.CreateAsync(_stripe.Client);
        }

        var others = Assert.Throws<StripeAssertionException>(() => _stripe.AssertReceived(Widget.CreateOperation, _ => { }));

        Assert.Equal("No request POST /v1/widgets was received. Nothing was.", nothing.Message);
        Assert.StartsWith(
            "No request POST /v1/widgets was received. What was:\n    POST /v1/sources -> 200\n", others.Message, StringComparison.Ordinal);
        Assert.EndsWith("\n    and 2 more", others.Message, StringComparison.Ordinal);
    }
}
