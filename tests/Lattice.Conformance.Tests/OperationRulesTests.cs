using Lattice.Conformance.SpecReading;

namespace Lattice.Conformance.Tests;

/// <summary>The program's own classification of operations.</summary>
public class OperationRulesTests
{
    [Specs.Fact]
    public void The_operations_of_the_full_specification_are_counted_by_kind() => Assert.Equal(
        "83 Create, 107 Retrieve, 102 List, 7 Search, 60 Update, 30 Delete, 79 Action", CountKinds(Specs.Full));

    [Specs.Fact]
    public void All_operations_of_the_facts_are_counted_by_kind() => Assert.Equal(
        "118 Create, 143 Retrieve, 138 List, 7 Search, 76 Update, 136 Action", CountKinds(Specs.Today));

    [Specs.Fact]
    public void All_19_operations_are_create_operations() => Assert.Equal("19 Create", CountKinds(Specs.Facts));

    [Theory]
    [InlineData("/v1/widgets/{widget}", "widget", OperationKind.Update)]
    [InlineData("/v1/widgets", "widget", OperationKind.Create)]
    [InlineData("/v1/tax/registered_addresses", "tax.address", OperationKind.Create)]
    [InlineData("/v1/widgets/{widget}/funding_instructions", "funding_instructions", OperationKind.Create)]
    [InlineData("/v1/widgets/{widget}/create_preview", "widget", OperationKind.Create)]
    [InlineData("/v1/widgets/{widget}/cancel", "widget", OperationKind.Action)]
    [InlineData("/v2/billing/meter_event_session", "v2.billing.meter_event_session", OperationKind.Create)]
    [InlineData("/v1/billing/meter_event_session", "billing.meter_event_session", OperationKind.Action)]
    public void The_path_and_the_resource_determine_the_kind_of_a_POST(string path, string resource, object kind) =>
        Assert.Equal((OperationKind)kind, Classify("post", path, Object, resource: resource));

    [Theory]
    [InlineData(List, OperationKind.Create)]
    [InlineData(Object, OperationKind.Update)]
    public void A_GET_of_the_same_path_takes_precedence(string schema, object kind)
    {
        string get = """, "get": {"responses": {"200": {"content": {"application/json": {"schema": SCHEMA}}}}}"""
            .Replace("SCHEMA", schema, StringComparison.Ordinal);

        Assert.Equal((OperationKind)kind, Classify("post", "/v1/widgets", Object, others: get));
    }

    [Theory]
    [InlineData("get", "/v1/widgets/{widget}", Object, OperationKind.Retrieve)]
    [InlineData("get", "/v1/widget", Object, OperationKind.Retrieve)]
    [InlineData("get", "/v1/widgets", List, OperationKind.List)]
    [InlineData("get", "/v1/widgets/{widget}", List, OperationKind.List)]
    [InlineData("get", "/v1/widgets/search", List, OperationKind.Search)]
    [InlineData("get", "/v1/search", Object, OperationKind.Retrieve)]
    [InlineData("delete", "/v1/widgets/{widget}", Object, OperationKind.Delete)]
    [InlineData("delete", "/v1/widgets/{widget}/discount", Object, OperationKind.Delete)]
    public void The_method_and_the_response_determine_the_kind_of_the_others(string method, string path, string schema, object kind) =>
        Assert.Equal((OperationKind)kind, Classify(method, path, schema));

    [Fact]
    public void An_annotation_takes_precedence()
    {
        Assert.Equal(OperationKind.Action, Classify("post", "/v1/widgets", Object, "\"x-lattice-operation\": \"action\","));
        Assert.Null(Classify("post", "/v1/widgets", Object, "\"x-lattice-operation\": \"none\","));
    }

    private const string Object = """{"$ref": "#/components/schemas/it"}""";
    private const string List = """{"properties": {"data": {"type": "array", "items": {"$ref": "#/components/schemas/it"}}}}""";

    private static string CountKinds(string file)
    {
        Dictionary<OperationKind, int> kinds = OperationRules.GetOperations(SpecDocument.Load(file))
            .CountBy(operation => operation.Kind!.Value).ToDictionary();
        return string.Join(", ", kinds.OrderBy(kind => kind.Key).Select(kind => $"{kind.Value} {kind.Key}"));
    }

    private static OperationKind? Classify(
        string method, string path, string schema, string extension = "", string resource = "widget", string others = "")
    {
        string spec = """
            {
              "paths": {"PATH": {"METHOD": { EXTENSION "responses": {"200": {"content": {"application/json": {
                "schema": SCHEMA}}}}}OTHERS}},
              "components": {"schemas": {
                "it": {"type": "object", "x-resourceId": "RESOURCE", "properties": {"id": {"type": "string"}}}}}
            }
            """
            .Replace("PATH", path, StringComparison.Ordinal)
            .Replace("METHOD", method, StringComparison.Ordinal)
            .Replace("EXTENSION", extension, StringComparison.Ordinal)
            .Replace("SCHEMA", schema, StringComparison.Ordinal)
            .Replace("OTHERS", others, StringComparison.Ordinal)
            .Replace("RESOURCE", resource, StringComparison.Ordinal);
        return OperationRules.GetOperations(SpecDocument.Parse(spec))
            .Single(operation => OperationRules.GetKey(operation.Method) == method).Kind;
    }
}
