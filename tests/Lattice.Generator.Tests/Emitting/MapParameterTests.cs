using Lattice.Generator.Tests.Support;

namespace Lattice.Generator.Tests.Emitting;

/// <summary>Maps and lists in parameters, from the slice to the bytes of the request.</summary>
public class MapParameterTests
{
    private static readonly string s_slice = ShapeFolders.ReadSlice("maps-in-parameters");

    [Theory]
    [InlineData("""Amounts = new() { ["usd"] = 5, ["eur"] = null }""", "amounts[usd]=5&amounts[eur]=")]
    [InlineData("""Prices = new() { ["usd"] = 1.50m, ["eur"] = null }""", "prices[usd]=1.50&prices[eur]=")]
    [InlineData("""Rates = new() { ["a"] = 0.00001m }""", "rates[a]=0.00001")]
    [InlineData("""Counts = new() { ["a"] = 1L << 40 }""", "counts[a]=1099511627776")]
    [InlineData("""Flags = new() { ["a"] = true, ["b"] = false, ["c"] = null }""", "flags[a]=true&flags[b]=false&flags[c]=")]
    [InlineData(
        """Colors = new() { ["a"] = WidgetCreateColor.Red, ["b"] = "new", ["c"] = null }""",
        "colors[a]=red&colors[b]=new&colors[c]=")]
    [InlineData("""Times = new() { ["a"] = DateTimeOffset.UnixEpoch, ["b"] = null }""", "times[a]=0&times[b]=")]
    [InlineData("""Tags = new() { ["a"] = ["x", "y z"], ["b"] = [], ["c"] = null }""", "tags[a][0]=x&tags[a][1]=y+z&tags[b]=&tags[c]=")]
    [InlineData("""Palettes = new() { ["a"] = [WidgetCreatePalette.Blue] }""", "palettes[a][0]=blue")]
    [InlineData("""Parts = new() { ["a"] = [new() { Size = 1 }, new()] }""", "parts[a][0][size]=1&parts[a][1]=")]
    [InlineData("""Sizes = new() { ["a"] = [1, 2] }""", "sizes[a][0]=1&sizes[a][1]=2")]
    [InlineData("""Nested = new() { ["a"] = new() { ["b"] = 1 }, ["c"] = [] }""", "nested[a][b]=1&nested[c]=")]
    [InlineData("""Boxes = new() { ["a"] = new() { Size = 1 } }""", "boxes[a][size]=1")]
    [InlineData("""Grid = [[1, 2], [], [3]]""", "grid[0][0]=1&grid[0][1]=2&grid[1]=&grid[2][0]=3")]
    [InlineData("""Switches = [true, false]""", "switches[0]=true&switches[1]=false")]
    [InlineData("""Entries = [new() { ["a"] = "b" }, []]""", "entries[0][a]=b&entries[1]=")]
    [InlineData("""Limits = new() { ["a"] = 1, ["b"] = null }""", "limits[a]=1&limits[b]=")]
    [InlineData("""Ends = new() { ["a"] = 1, ["b"] = WidgetCreateEnd.Never, ["c"] = null }""", "ends[a]=1&ends[b]=never&ends[c]=")]
    [InlineData("""Amounts = [], Tags = [], Details = [], Grid = []""", "")]
    [InlineData("""Amounts = Clearable.Clear, Tags = Clearable.Clear""", "amounts=&tags=")]
    public async Task A_form_has_nested_values_in_brackets(string parameters, string body) => Assert.Equal(
        body,
        await RequestCapture.GetBodyAsync(s_slice, "Widget", $"new WidgetCreateParams {{ {parameters} }}"));

    [Theory]
    [InlineData(
        """Details = new() { ["text"] = "a b", ["number"] = 1.50m, ["flag"] = true, ["gone"] = null }""",
        "details[flag]=true&details[gone]=&details[number]=1.50&details[text]=a+b")]
    [InlineData("""Settings = new() { ["a"] = new JsonObject { ["b"] = 1 } }""", "settings[a][b]=1")]
    [InlineData("""Options = new() { ["a"] = new JsonArray(1, "x") }""", "options[a][0]=1&options[a][1]=x")]
    [InlineData("""Records = [new() { ["a"] = 1 }, []]""", "records[0][a]=1&records[1]=")]
    [InlineData("""ByKey = new() { ["a"] = new() { ["b"] = false } }""", "by_key[a][b]=false")]
    [InlineData("""ClearableDetails = new() { ["a"] = 1 }""", "clearable_details[a]=1")]
    [InlineData("""ClearableDetails = Clearable.Clear""", "clearable_details=")]
    public async Task A_form_has_the_values_of_a_free_form_object_in_brackets(string parameters, string body) => Assert.Equal(
        body,
        await RequestCapture.GetBodyAsync(s_slice, "Widget", $"new WidgetCreateParams {{ {parameters} }}"));

    [Theory]
    [InlineData("""Amounts = new() { ["usd"] = 5, ["eur"] = null }""", """{"amounts":{"usd":5,"eur":null}}""")]
    [InlineData("""Prices = new() { ["usd"] = 1.50m }""", """{"prices":{"usd":1.50}}""")]
    [InlineData("""Rates = new() { ["a"] = 1.50m }""", """{"rates":{"a":"1.50"}}""")]
    [InlineData("""Counts = new() { ["a"] = 3 }""", """{"counts":{"a":"3"}}""")]
    [InlineData("""Flags = new() { ["a"] = true }""", """{"flags":{"a":true}}""")]
    [InlineData("""Colors = new() { ["a"] = GadgetCreateColor.Red }""", """{"colors":{"a":"red"}}""")]
    [InlineData("""Times = new() { ["a"] = DateTimeOffset.UnixEpoch }""", """{"times":{"a":0}}""")]
    [InlineData("""Dates = new() { ["a"] = DateTimeOffset.UnixEpoch }""", """{"dates":{"a":"1970-01-01T00:00:00Z"}}""")]
    [InlineData("""Tags = new() { ["a"] = ["x"], ["b"] = [] }""", """{"tags":{"a":["x"],"b":[]}}""")]
    [InlineData("""Palettes = new() { ["a"] = [GadgetCreatePalette.Blue] }""", """{"palettes":{"a":["blue"]}}""")]
    [InlineData("""Parts = new() { ["a"] = [new() { Size = 1 }] }""", """{"parts":{"a":[{"size":1}]}}""")]
    [InlineData("""Nested = new() { ["a"] = new() { ["b"] = 1 } }""", """{"nested":{"a":{"b":1}}}""")]
    [InlineData("""Boxes = new() { ["a"] = new() { Size = 1 } }""", """{"boxes":{"a":{"size":1}}}""")]
    [InlineData("""Grid = [[1], []]""", """{"grid":[[1],[]]}""")]
    [InlineData("""Switches = [true]""", """{"switches":[true]}""")]
    [InlineData(
        """Details = new() { ["z"] = "a", ["b"] = new JsonObject { ["c"] = new JsonArray(1, null) } }""",
        """{"details":{"z":"a","b":{"c":[1,null]}}}""")]
    [InlineData("""Records = [new() { ["a"] = 1 }]""", """{"records":[{"a":1}]}""")]
    [InlineData("""ByKey = new() { ["a"] = new() { ["b"] = false } }""", """{"by_key":{"a":{"b":false}}}""")]
    [InlineData("""Settings = Clearable.Clear, Options = []""", """{"options":{},"settings":null}""")]
    public async Task A_JSON_body_has_nested_values_as_JSON(string parameters, string body) => Assert.Equal(
        body,
        await RequestCapture.GetBodyAsync(s_slice, "Gadget", $"new GadgetCreateParams {{ {parameters} }}"));

    [Theory]
    [InlineData("Nothing", "WidgetCreateNothing")]
    [InlineData("Closed", "WidgetCreateClosed")]
    public async Task An_object_with_an_explicitly_empty_list_of_properties_is_a_class_without_any(string property, string type)
    {
        string body = await RequestCapture.GetBodyAsync(s_slice, "Widget", $"new WidgetCreateParams {{ {property} = new {type}() }}");

        Assert.Empty(body);
    }

    [Theory]
    [InlineData("a free-form object", """{ "type": "object" }""")]
    [InlineData("a map", """{ "type": "object", "additionalProperties": true }""")]
    public void A_free_form_object_among_the_types_of_a_union_is_reported(string what, string unionCase)
    {
        var harness = new GeneratorHarness(
            WidgetSlice.Make(parameters: $$""" "x": { "anyOf": [ {{unionCase}}, { "type": "string" } ] } """));

        string message = Assert.Single(harness.Run().Diagnostics).GetMessage();

        Assert.True(message.Contains("\"anyOf\" with a map is not supported", StringComparison.Ordinal), $"{what}: {message}");
        Assert.Empty(harness.Compile());
    }

    [Theory]
    [InlineData("""{ "type": "object", "additionalProperties": {} }""")]
    [InlineData("""{ "type": "object", "additionalProperties": true }""")]
    [InlineData("""{ "type": "object", "additionalProperties": { "description": "Anything." } }""")]
    public void A_free_form_object_of_a_response_is_read_as_JSON(string schema)
    {
        var harness = new GeneratorHarness(WidgetSlice.Make(fields: $"\"x\": {schema}"));

        Assert.Empty(harness.Run().Diagnostics);
        Assert.Empty(harness.Compile("class Usage { System.Text.Json.JsonElement? Value => new Lattice.Stripe.Widget().X; }"));
    }
}
