using System.Text.Json;
using System.Text.Json.Nodes;
using Lattice.Stripe.Testing.Tests.Support;
using Lattice.Stripe.Testing.Tests.Widgets;

namespace Lattice.Stripe.Testing.Tests.ResourceSerialization;

/// <summary>Resources that a test creates and the stand-in returns.</summary>
public sealed class ResourceSerializerTests : IDisposable
{
    private readonly StripeStandIn _stripe = WidgetSlice.CreateStandIn();
    private readonly ResponseCapturingHandler _handler;
    private readonly StripeClient _client;

    public ResourceSerializerTests()
    {
        _handler = new ResponseCapturingHandler(_stripe.CreateHandler());
        _client = new StripeClient(new StripeClientOptions { ApiKey = Caller.Key }, _handler);
    }

    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
        _stripe.Dispose();
    }

    [Fact]
    public async Task Every_response_can_be_stubbed_with_its_own_resource()
    {
        int widgets = await RoundTrip.RunAsync(typeof(Widget).Assembly, await File.ReadAllTextAsync(WidgetSlice.Path));
        int builtIn = await RoundTrip.RunAsync(typeof(AccountLink).Assembly, await File.ReadAllTextAsync(Repository.Slice));

        Assert.True(widgets >= 13, $"{widgets} requests were created for the slice with all shapes.");
        Assert.True(builtIn >= 2, $"{builtIn} requests were created for the built-in slice.");
    }

    [Fact]
    public async Task Every_kind_of_property_is_written_in_the_format_of_the_slice()
    {
        var time = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);
        Widget response = await RespondAsync(new Widget
        {
            Id = "w_1",
            Object = "widget",
            Created = time,
            Amount = 5,
            Ratio = 1.50m,
            Price = 0.000000000001m,
            Active = true,
            Status = "new_status",
            Mode = WidgetMode.B,
            ClientSecret = new SecretString("shh"),
            Label = "shown",
            ToStringValue = "text",
            EndedAt = time,
            Tags = ["a", "b"],
            AllModes = [WidgetAllMode.A, WidgetAllMode.B],
            Address = new WidgetAddress { City = "Bern" },
            Metadata = new Dictionary<string, string> { ["k"] = "v" },
            Owner = new Expandable<Owner>("ow_1", new Owner { Id = "ow_1", Object = "owner" }),
            Parent = new Expandable<Widget>("w_0"),
            Parts = new StripeList<Part> { Data = [new Part { Id = "pa_1", Object = "part", Count = 2 }], Url = "/v1/parts" },
        });

        JsonAssert.Same(
            """
            { "id": "w_1", "object": "widget", "created": 1700000000, "livemode": false,
              "amount": 5, "ratio": 1.50, "price": "0.000000000001", "active": true, "status": "new_status", "mode": "b",
              "client_secret": "shh", "shown_as": "shown", "to_string": "text", "ended_at": 1700000000,
              "tags": ["a", "b"], "modes": ["a", "b"],
              "address": { "city": "Bern" }, "metadata": { "k": "v" },
              "owner": { "id": "ow_1", "object": "owner" }, "parent": "w_0",
              "parts": { "data": [{ "id": "pa_1", "object": "part", "count": 2 }],
                "has_more": false, "object": "list", "url": "/v1/parts" } }
            """,
            _handler.LastResponse);
        Assert.Equal("shh", response.ClientSecret.Reveal());
        Assert.Null(response.Pin);
        Assert.Equal("ow_1", response.Owner.Value!.Id);
    }

    [Fact]
    public async Task A_union_case_is_written_as_that_case()
    {
        Widget response = await RespondAsync(new Widget
        {
            Source = new WidgetSource { Tool = new Tool { Id = "to_1", Object = "tool", Label = "hammer" } },
            Customer = new Expandable<WidgetCustomer>(
                "ow_1", new WidgetCustomer { DeletedOwner = new DeletedOwner { Id = "ow_1", Object = "owner", Deleted = true } }),
        });

        Assert.Null(response.Source!.Part);
        Assert.Equal("hammer", response.Source.Tool!.Label);
        Assert.True(response.Customer.Value!.DeletedOwner!.Deleted);
        Assert.Null(response.Customer.Value.Owner);
    }

    [Fact]
    public async Task Free_form_merged_and_nested_objects_are_written()
    {
        using JsonDocument free = JsonDocument.Parse("""{ "deep": [1, { "er": null }] }""");
        Widget response = await RespondAsync(new Widget
        {
            Anything = free.RootElement,
            Setting = new PlainSetting { Level = 3, Detail = new PlainSettingDetail { Text = "t" } },
            Trial = new TrialOptions { EndBehavior = new EndBehavior { MissingCard = EndBehaviorMissingCard.Pause } },
        });

        Assert.Equal(JsonValueKind.Null, response.Anything!.Value.GetProperty("deep")[1].GetProperty("er").ValueKind);
        Assert.Equal(3, response.Setting!.Level);
        Assert.Equal("t", response.Setting.Detail!.Text);
        Assert.Equal("pause", response.Trial!.EndBehavior.MissingCard.Value);
    }

    [Fact]
    public async Task Extra_fields_are_written_and_missing_fields_are_not()
    {
        const string Json = """{ "id": "w_1", "amount": "many", "nickname": 5, "new_field": { "a": [true] } }""";
        using var handler = new CannedHandler(Json);
        using var canned = new StripeClient(new StripeClientOptions { ApiKey = Caller.Key }, handler);
        Widget odd = await Widget.CreateAsync(canned, new WidgetCreateParams { Name = "n" });

        Widget response = await RespondAsync(odd);

        JsonAssert.Same(Json, _handler.LastResponse);
        Assert.Equal(odd.GetMissingFields(), response.GetMissingFields());
    }

    [Fact]
    public async Task A_union_is_written_as_the_object_that_is_set()
    {
        _stripe.On(Widgets.Source.CreateOperation).RespondWith(new Widgets.Source { Tool = new Tool { Id = "to_1", Object = "tool" } });

        Widgets.Source source = await Widgets.Source.CreateAsync(_client);

        Assert.Equal("to_1", source.Tool!.Id);
        Assert.Null(source.Part);
    }

    [Fact]
    public void A_union_without_a_case_is_an_error_of_the_stub()
    {
        var none = Assert.Throws<ArgumentException>(() => _stripe.On(Widgets.Source.CreateOperation).RespondWith(new Widgets.Source()));

        Assert.StartsWith("Source cannot be written: exactly one of its properties must be set, but none is.", none.Message, StringComparison.Ordinal);
        Assert.Empty(_stripe.Requests);
    }

    [Fact]
    public void A_union_with_two_cases_is_an_error_of_the_stub()
    {
        var both = Assert.Throws<ArgumentException>(
            () => _stripe.On(Widgets.Source.CreateOperation).RespondWith(new Widgets.Source { Tool = new Tool(), Part = new Part() }));

        Assert.StartsWith("Source cannot be written: ", both.Message, StringComparison.Ordinal);
        Assert.Empty(_stripe.Requests);
    }

    [Fact]
    public void A_value_that_does_not_match_another_slice_is_an_error()
    {
        JsonNode slice = JsonNode.Parse(File.ReadAllText(WidgetSlice.Path))!;
        JsonNode schemas = slice["components"]!["schemas"]!;
        schemas["part"]!["properties"]!.AsObject().Remove("count");
        schemas["widget"]!["properties"]!["amount"]!["type"] = "boolean";
        using var stripe = new StripeStandIn(new StripeStandInOptions { Slice = StripeSlice.Parse(slice.ToJsonString()) });
        StandInStubs<Widget> stubs = stripe.On(Widget.CreateOperation);

        var type = Assert.Throws<ArgumentException>(() => stubs.RespondWith(new Widget()));
        schemas["widget"]!["properties"]!["amount"]!["type"] = "integer";
        using var other = new StripeStandIn(new StripeStandInOptions { Slice = StripeSlice.Parse(slice.ToJsonString()) });
        var name = Assert.Throws<ArgumentException>(() => other.On(Widget.CreateOperation).RespondWith(
            new Widget { Parts = new StripeList<Part> { Data = [new Part { Count = 2 }] } }));

        Assert.StartsWith("Widget.Amount cannot be written: the schema has a boolean there.", type.Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "Widget.Parts.Data[0].Count cannot be written: the schema 'part' has no property of this name.",
            name.Message,
            StringComparison.Ordinal);
    }

    private Task<Widget> RespondAsync(Widget widget)
    {
        _stripe.On(Widget.CreateOperation).RespondWith(widget);
        return Widget.CreateAsync(_client, new WidgetCreateParams { Name = "n" });
    }
}
