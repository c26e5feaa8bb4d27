using System.Text;
using System.Text.Json.Nodes;
using Lattice.Slice.Checking.Changes;
using Lattice.Slice.Configuration;
using Lattice.Slice.Specifications;
using Lattice.Slice.Tests.Support;
using Lattice.Spec.Model;

namespace Lattice.Slice.Tests.Checking.Comparing;

/// <summary>Changes of operations that are not creates.</summary>
public sealed class ReadComparisonTests
{
    private const string Retrieve = "GET /v1/widgets/{widget}";
    private const string List = "GET /v1/widgets";
    private const string Update = "POST /v1/widgets/{widget}";

    [Theory]
    [InlineData(
        Retrieve, """{ "name": "size", "in": "query", "schema": { "type": "string" } }""", "parameter-added WidgetRetrieveParams.Size")]
    [InlineData(
        Retrieve,
        """{ "name": "size", "in": "query", "required": true, "schema": { "type": "string" } }""",
        "method-signature-changed Widget.RetrieveAsync",
        "required-parameter-added WidgetRetrieveParams.Size")]
    [InlineData(List, """{ "name": "size", "in": "query", "schema": { "type": "string" } }""", "parameter-added WidgetListParams.Size")]
    public void A_new_query_parameter_is_reported(string operation, string parameter, params string[] expected)
    {
        CheckReport report = Compare(operation, methods => methods["parameters"]!.AsArray().Add(JsonNode.Parse(parameter)));

        Assert.Equal(expected, report.Changes.Select(WidgetSpec.Describe));
        Assert.EndsWith(
            $"/get/parameters/{(operation == List ? 1 : 2)}/schema", report.Changes[^1].Location.Pointer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("method-signature-changed Widget.ListAsync", "[]")]
    [InlineData(
        "parameter-type-changed WidgetListParams.Limit", """[ { "name": "limit", "in": "query", "schema": { "type": "string" } } ]""")]
    [InlineData(
        "parameter-deprecated WidgetListParams.Limit",
        """[ { "name": "limit", "in": "query", "deprecated": true, "schema": { "type": "integer" } } ]""")]
    [InlineData(
        "parameter-limit-narrowed WidgetListParams.Limit",
        """[ { "name": "limit", "in": "query", "schema": { "type": "integer", "maximum": 100 } } ]""")]
    [InlineData(
        "required-parameter-not-generated LAT0004",
        """
        [ { "name": "limit", "in": "query", "schema": { "type": "integer" } }, { "name": "sort", "in": "header", "required": true } ]
        """)]
    public void A_changed_query_parameter_is_reported(string expected, string parameters)
    {
        CheckReport report = Compare(List, list => list["parameters"] = JsonNode.Parse(parameters));

        Assert.Contains(expected, report.Changes.Select(WidgetSpec.Describe));
    }

    [Fact]
    public void A_GET_whose_response_becomes_a_list_is_another_kind()
    {
        JsonNode list = JsonNode.Parse(ReadableSpec.Json)!["paths"]!["/v1/widgets"]!["get"]!;

        CheckReport report = Compare(Retrieve, retrieve => retrieve["responses"] = list["responses"]!.DeepClone());

        Assert.Equal(
            ["operation-kind-changed", "method-renamed", "method-result-changed", "paging-added"],
            report.Changes.Where(change => change.Member == "Widget.RetrieveAsync")
                .Select(change => WidgetSpec.Describe(change).Split(' ')[0]));
        Change kind = report.Changes.First(change => change.Rule == ChangeRules.OperationKindChanged);
        Assert.Contains($"`{Retrieve}` is `a list`, no longer `a retrieve`", kind.Message, StringComparison.Ordinal);
        Change result = report.Changes.First(change => change.Rule == ChangeRules.MethodResultChanged);
        Assert.Equal(("Widget", "StripeList<Widget>"), (result.Old, result.New));
    }

    [Fact]
    public void A_list_that_returns_other_elements_has_another_result()
    {
        CheckReport report = Compare(List, list => Page(list)["data"]!["items"]!["$ref"] = "#/components/schemas/gadget");

        Assert.Contains("method-renamed Widget.ListAsync", report.Changes.Select(WidgetSpec.Describe));
        Assert.Contains(
            ("StripeList<Widget>", "StripeList<Gadget>"),
            report.Changes.Where(change => change.Rule == ChangeRules.MethodResultChanged).Select(change => (change.Old!, change.New!)));
    }

    [Fact]
    public void Fields_of_the_elements_of_a_list_are_compared()
    {
        CheckReport report = Compare(
            List, _ => { }, root => root["components"]!["schemas"]!["widget"]!["properties"]!.AsObject().Remove("url"));

        Change change = Assert.Single(report.Changes);
        Assert.Equal("field-removed Widget.Url", WidgetSpec.Describe(change));
        Assert.Equal("/components/schemas/widget/properties/url", change.Location.Pointer);
    }

    [Fact]
    public void A_deprecated_read_is_reported_with_its_method()
    {
        CheckReport report = Compare(Retrieve, retrieve => retrieve["deprecated"] = true);

        Change change = Assert.Single(report.Changes);
        Assert.Equal("operation-deprecated Widget.RetrieveAsync", WidgetSpec.Describe(change));
        Assert.StartsWith($"`{Retrieve}` is deprecated", change.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Retrieve, "operation-removed Widget.RetrieveAsync")]
    [InlineData(Update, "operation-removed Widget.UpdateAsync")]
    [InlineData("DELETE /v1/widgets/{widget}", "operation-removed Widget.DeleteAsync")]
    public void A_removed_operation_is_reported_although_its_path_has_others(string operation, string expected)
    {
        (string method, string path) = OperationName.Split(operation);
        CheckReport report = Compare(
            operation, _ => { }, root => root["paths"]![path]!.AsObject().Remove(method.ToLowerInvariant()));

        Assert.Equal([expected], report.Changes.Select(WidgetSpec.Describe));
        Assert.StartsWith($"The specification no longer has `{operation}`", report.Changes[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_operation_whose_response_has_no_type_is_no_longer_generated()
    {
        CheckReport report = Compare(Retrieve, retrieve => retrieve["responses"] = JsonNode.Parse("""{ "200": { "description": "" } }"""));

        Change change = Assert.Single(report.Changes);
        Assert.Equal("operation-no-longer-generated Widget.RetrieveAsync", WidgetSpec.Describe(change));
        Assert.Contains("its 200 response is not a named JSON object", change.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_operation_that_slice_json_does_not_list_is_reported()
    {
        byte[] present = Slices.Create(Slices.Of(Retrieve, List), ReadableSpec.Json).Json;

        CheckReport report = WidgetSpec.Compare(Encoding.UTF8.GetString(present), ReadableSpec.Json, Slices.Of(List));

        Assert.Equal(["operation-not-listed Widget.RetrieveAsync"], report.Changes.Select(WidgetSpec.Describe));
    }

    [Fact]
    public void A_create_that_becomes_an_update_has_another_method_unless_slice_json_says_otherwise()
    {
        const string Create = "POST /v1/gadgets";
        string newer = SmallSpec.Edit(spec => spec["paths"]!["/v1/gadgets"]!["get"] = spec["paths"]!["/v1/gadgets"]!["post"]!.DeepClone());
        string present = Encoding.UTF8.GetString(Slices.Create(Slices.Of(Create)).Json);

        string[] changes = [.. WidgetSpec.Compare(present, newer, Slices.Of(Create)).Changes.Select(WidgetSpec.Describe)];
        CheckReport chosen = WidgetSpec.Compare(
            present, newer, Slices.Of(Create) with { Kinds = Slices.Locations((Create, OperationKind.Create)) });

        Assert.Equal(["operation-kind-changed Gadget.CreateAsync", "method-renamed Gadget.CreateAsync"], changes);
        Assert.Empty(chosen.Changes);
    }

    private static JsonNode Page(JsonNode operation) =>
        operation["responses"]!["200"]!["content"]!["application/json"]!["schema"]!["properties"]!;

    /// <summary>Compares the slice with one operation with a specification in which the operation, or something else, is edited.</summary>
    private static CheckReport Compare(string operation, Action<JsonNode> edit, Action<JsonNode>? editRoot = null)
    {
        SliceConfiguration configuration = Slices.Of(operation);
        (string method, string path) = OperationName.Split(operation);
        JsonNode root = JsonNode.Parse(ReadableSpec.Json)!;
        edit(root["paths"]![path]![method.ToLowerInvariant()]!);
        editRoot?.Invoke(root);
        string present = Encoding.UTF8.GetString(Slices.Create(configuration, ReadableSpec.Json).Json);
        return WidgetSpec.Compare(present, root.ToJsonString(), configuration);
    }
}
