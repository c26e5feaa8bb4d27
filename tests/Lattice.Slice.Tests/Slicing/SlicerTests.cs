using System.Text;
using System.Text.Json.Nodes;
using Lattice.Slice.Configuration;
using Lattice.Slice.Slicing;
using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests.Slicing;

/// <summary>The content of a slice, and its format.</summary>
public class SlicerTests
{
    private static readonly SliceResult s_widgets = Slices.Create(Slices.Of(SmallSpec.Widgets));

    [Fact]
    public void A_slice_has_only_reachable_components()
    {
        Assert.Equal(["/v1/widgets"], s_widgets.At("/paths")!.AsObject().Select(path => path.Key));
        Assert.Equal(["post"], s_widgets.At("/paths/~1v1~1widgets")!.AsObject().Select(operation => operation.Key));
        Assert.Equal(
            ["api_errors", "error", "part", "widget"], s_widgets.At("/components/schemas")!.AsObject().Select(schema => schema.Key));
    }

    [Fact]
    public void Unneeded_keywords_are_dropped()
    {
        Assert.Equal("""{"title":"Stripe API","version":"2030-01-01.test"}""", s_widgets.At("/info")!.ToJsonString());
        Assert.Null(s_widgets.At("/paths/~1v1~1widgets/post/requestBody/content/application~1x-www-form-urlencoded/encoding"));
        Assert.Equal(
            ["type", "x-resourceId", "required", "properties"],
            s_widgets.At("/components/schemas/widget")!.AsObject().Select(member => member.Key));
    }

    [Fact]
    public void A_property_may_have_the_name_of_a_keyword() =>
        Assert.NotNull(
            s_widgets.At("/paths/~1v1~1widgets/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties/title"));

    [Fact]
    public void An_expandable_field_is_an_id() => Assert.Equal(
            """{"type":"string","maxLength":5000,"nullable":true,"description":"Who has it.","x-expansionResources":{"oneOf":[{"$ref":"#/components/schemas/gadget"},{"$ref":"#/components/schemas/deleted_gadget"}]}}""",
            s_widgets.Property("widget", "owner")!.ToJsonString());

    [Fact]
    public void An_expandable_field_stays_an_id_if_its_resource_is_in_the_slice()
    {
        SliceResult both = Slices.Create(Slices.Of(SmallSpec.Widgets, SmallSpec.Gadgets));

        Assert.NotNull(both.At("/components/schemas/gadget"));
        Assert.Equal(s_widgets.At("/components/schemas/widget")!.ToJsonString(), both.At("/components/schemas/widget")!.ToJsonString());
    }

    [Fact]
    public void An_expandable_field_in_slice_json_is_included()
    {
        SliceResult result = Slices.Create(Slices.Of(SmallSpec.Widgets) with { Expand = ["/components/schemas/widget/properties/owner"] });

        Assert.Equal(3, result.Property("widget", "owner")!["anyOf"]!.AsArray().Count);
        Assert.NotNull(result.At("/components/schemas/gadget"));
        Assert.NotNull(result.At("/components/schemas/deleted_gadget"));
        Assert.Empty(result.UnmatchedAnnotations);
    }

    [Fact]
    public void An_error_has_no_resources()
    {
        Assert.Equal(
            """{"type":"object","required":["type"],"properties":{"type":{"type":"string"}}}""",
            s_widgets.At("/components/schemas/api_errors")!.ToJsonString());
        Assert.Equal("#/components/schemas/api_errors", (string?)s_widgets.Property("error", "error")!["$ref"]);
    }

    [Fact]
    public void A_resource_of_an_error_in_slice_json_is_included()
    {
        SliceResult result = Slices.Create(
            Slices.Of(SmallSpec.Gadgets) with { Expand = ["/components/schemas/api_errors/properties/source"] });

        Assert.NotNull(result.Property("api_errors", "source"));
        Assert.NotNull(result.At("/components/schemas/widget"));
        Assert.Null(result.Property("api_errors", "widget"));
        Assert.Empty(result.UnmatchedAnnotations);
    }

    [Fact]
    public void V2_errors_keep_their_codes_but_no_resources()
    {
        SliceResult result = Slices.Create(Slices.Of(SmallSpec.Events));

        Assert.Equal(
            """["archived"]""", result.At("/components/schemas/v2.error.archived/properties/error/properties/code/enum")!.ToJsonString());
        Assert.Null(result.At("/components/schemas/v2.error.archived/properties/error/properties/gadget"));
        Assert.Equal(["v2.core.event", "v2.error", "v2.error.archived"], result.Schemas);
    }

    [Fact]
    public void The_text_does_not_depend_on_the_order_of_the_inputs()
    {
        string backwards = Reverse(JsonNode.Parse(SmallSpec.Json))!.ToJsonString();

        Assert.NotEqual(JsonNode.Parse(SmallSpec.Json)!.ToJsonString(), backwards);
        Assert.Equal(
            Slices.Create(Slices.Of(SmallSpec.Widgets, SmallSpec.Gadgets, SmallSpec.Events)).Json,
            Slices.Create(Slices.Of(SmallSpec.Events, SmallSpec.Gadgets, SmallSpec.Widgets), backwards).Json);
    }

    [Fact]
    public void A_slice_of_a_slice_is_itself()
    {
        SliceConfiguration configuration = Slices.Of(SmallSpec.Widgets, "POST /v1/widgets/{widget}/people");
        SliceResult slice = Slices.Create(configuration);

        Assert.Equal(slice.Json, Slices.Create(configuration, Encoding.UTF8.GetString(slice.Json)).Json);
    }

    [Fact]
    public void A_create_that_its_list_identifies_is_annotated()
    {
        SliceResult people = Slices.Create(Slices.Of("POST /v1/widgets/{widget}/people"));

        Assert.Equal("create", (string?)people.At("/paths/~1v1~1widgets~1{widget}~1people/post/x-lattice-operation"));
        Assert.Null(s_widgets.At("/paths/~1v1~1widgets/post/x-lattice-operation"));
    }

    [Fact]
    public void Several_operations_of_a_path_are_in_one_path_item()
    {
        SliceResult slice = Slices.Create(
            Slices.Of("POST /v1/widgets/{widget}", "GET /v1/widgets/{widget}", "DELETE /v1/widgets/{widget}"), ReadableSpec.Json);

        Assert.Equal(
            ["parameters", "delete", "get", "post"], slice.At("/paths/~1v1~1widgets~1{widget}")!.AsObject().Select(member => member.Key));
        Assert.Equal("delete", (string?)slice.At("/paths/~1v1~1widgets~1{widget}/delete/x-lattice-operation"));
        Assert.Equal("retrieve", (string?)slice.At("/paths/~1v1~1widgets~1{widget}/get/x-lattice-operation"));
        Assert.Equal("update", (string?)slice.At("/paths/~1v1~1widgets~1{widget}/post/x-lattice-operation"));
    }

    [Fact]
    public void A_query_is_kept_and_an_empty_body_of_a_GET_is_dropped()
    {
        SliceResult slice = Slices.Create(Slices.Of("GET /v1/widgets/{widget}", "DELETE /v1/widgets/{widget}"), ReadableSpec.Json);

        Assert.Equal(
            ["x-lattice-operation", "parameters", "responses"],
            slice.At("/paths/~1v1~1widgets~1{widget}/get")!.AsObject().Select(member => member.Key));
        Assert.Equal(
            """{"name":"expand","in":"query","style":"deepObject","explode":true,"description":"What to expand.","schema":{"type":"array","items":{"type":"string"}}}""",
            slice.At("/paths/~1v1~1widgets~1{widget}/get/parameters/0")!.ToJsonString());
        Assert.NotNull(slice.At(
            "/paths/~1v1~1widgets~1{widget}/delete/requestBody/content/application~1x-www-form-urlencoded/schema/properties/prorate"));
    }

    [Fact]
    public void The_text_has_two_spaces_and_only_required_escapes()
    {
        SliceConfiguration configuration = Slices.Of(SmallSpec.Widgets) with
        {
            Descriptions = Slices.Locations(("/info", "Größe <b>&</b> 'x' – 5 €")),
        };

        string text = Encoding.UTF8.GetString(Slices.Create(configuration).Json);

        Assert.StartsWith("{\n  \"openapi\": \"3.0.0\",\n  \"info\": {\n", text, StringComparison.Ordinal);
        Assert.EndsWith("\n}\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
        Assert.Contains("\"Größe <b>&</b> 'x' – 5 €\"", text, StringComparison.Ordinal);
    }

    /// <summary>Reverses the members of every object, and the required properties.</summary>
    private static JsonNode? Reverse(JsonNode? node) => node switch
    {
        JsonObject values => new JsonObject(values.Reverse().Select(value => KeyValuePair.Create(
            value.Key,
            value is { Key: "required", Value: JsonArray required }
                ? new JsonArray([.. required.Reverse().Select(name => name!.DeepClone())])
                : Reverse(value.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Reverse)]),
        _ => node?.DeepClone(),
    };

    [Theory]
    [InlineData("version")]
    [InlineData("303")]
    [InlineData("3XX")]
    public void A_response_that_is_not_an_error_does_not_make_its_schema_one(string status)
    {
        string spec = SmallSpec.Edit(spec => spec["paths"]!["/v1/gadgets"]!["post"]!["responses"]![status] =
            spec["paths"]!["/v1/widgets"]!["post"]!["responses"]!["200"]!.DeepClone());

        Assert.Equal(
            Slices.Create(Slices.Of(SmallSpec.Widgets)).ToJson().ToJsonString(),
            Slices.Create(Slices.Of(SmallSpec.Widgets), spec).ToJson().ToJsonString());
    }
}
