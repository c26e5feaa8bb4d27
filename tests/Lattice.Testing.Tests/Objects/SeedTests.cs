using System.Text.Json.Nodes;
using Lattice.Stripe.Testing.Tests.Support;
using Lattice.Stripe.Testing.Tests.Widgets;

namespace Lattice.Stripe.Testing.Tests.Objects;

/// <summary>Resources that a test adds to the objects that exist.</summary>
public sealed class SeedTests : IDisposable
{
    private readonly Caller _caller = new(new StripeStandIn(new StripeStandInOptions
    {
        Slice = StripeSlice.Parse(SliceWithReads()),
        TimeProvider = Caller.Clock,
    }));

    private StripeStandIn Stripe => _caller.Stripe!;

    public void Dispose()
    {
        Stripe.Dispose();
        _caller.Dispose();
    }

    [Fact]
    public async Task A_seeded_resource_is_read_with_the_values_of_a_new_one_where_it_has_none()
    {
        Stripe.Seed(new Widget { Id = "wid_1", Nickname = "gear" });

        Reply read = await _caller.GetAsync("/v1/widgets/wid_1");
        Widget widget = StripeJson.Deserialize<Widget>(System.Text.Encoding.UTF8.GetBytes(read.Body));

        Assert.Equal("wid_1", widget.Id);
        Assert.Equal("gear", widget.Nickname);
        Assert.Equal("widget", widget.Object);
        Assert.Empty(widget.GetMissingFields());
    }

    [Fact]
    public async Task A_seeded_resource_belongs_to_an_account_and_a_mode()
    {
        Stripe.Seed(new Widget { Id = "wid_1" }, account: "acct_1");
        Stripe.Seed(new Widget { Id = "wid_2" }, livemode: true);

        Assert.Equal(404, (await _caller.GetAsync("/v1/widgets/wid_1")).StatusCode);
        Assert.Equal(200, (await _caller.GetOfAccountAsync("/v1/widgets/wid_1", "acct_1")).StatusCode);
        Assert.Equal(404, (await _caller.GetAsync("/v1/widgets/wid_2")).StatusCode);
        Assert.True((await _caller.GetAsync("/v1/widgets/wid_2", "sk_live_1")).Json.GetProperty("livemode").GetBoolean());
    }

    [Fact]
    public async Task A_seeded_resource_replaces_the_one_with_its_id()
    {
        Stripe.Seed(new Widget { Id = "wid_1", Nickname = "a" });
        Stripe.Seed(new Widget { Id = "wid_1", Nickname = "b" });

        Assert.Equal("b", (await _caller.GetAsync("/v1/widgets/wid_1")).Text("nickname"));
    }

    [Fact]
    public async Task The_elements_of_a_seeded_list_are_shown()
    {
        Part[] seeded = [new Part { Id = "pa_1" }, new Part { Id = "pa_2" }];
        Stripe.Seed(new Widget { Id = "wid_1", Parts = new StripeList<Part> { Data = seeded } });

        JsonNode parts = JsonNode.Parse((await _caller.GetAsync("/v1/widgets/wid_1")).Body)!["parts"]!;

        Assert.Equal(["pa_1", "pa_2"], parts["data"]!.AsArray().Select(part => part!["id"]!.ToString()));
    }

    [Fact]
    public void A_resource_without_an_id_cannot_be_seeded()
    {
        var exception = Assert.Throws<ArgumentException>(() => Stripe.Seed(new Widget { Nickname = "gear" }));

        Assert.StartsWith("Set Widget.Id:", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_resource_that_the_slice_lacks_cannot_be_seeded()
    {
        var exception = Assert.Throws<ArgumentException>(() => Stripe.Seed(new FileLink { Id = "link_1" }));

        Assert.StartsWith(
            "The slice of this stand-in has no operation that returns FileLink.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stubbed_creation_is_kept_and_a_stub_needs_no_object()
    {
        Stripe.On(Widget.CreateOperation).RespondWith(new Widget { Id = "wid_stub", Nickname = "stubbed" });

        await _caller.PostAsync("/v1/widgets", "name=x");

        Assert.Equal("stubbed", (await _caller.GetAsync("/v1/widgets/wid_stub")).Text("nickname"));
    }

    /// <summary>The slice of this project's own types, with a GET of a widget.</summary>
    private static string SliceWithReads()
    {
        JsonNode slice = JsonNode.Parse(File.ReadAllText(WidgetSlice.Path))!;
        slice["paths"]!["/v1/widgets/{widget}"] = JsonNode.Parse("""
            { "get": { "responses": { "200": { "description": "", "content": { "application/json": {
              "schema": { "$ref": "#/components/schemas/widget" } } } } } } }
            """);
        return slice.ToJsonString();
    }
}
