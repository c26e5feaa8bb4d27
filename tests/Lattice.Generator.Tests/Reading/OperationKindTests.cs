using Lattice.Generator.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Lattice.Generator.Tests.Reading;

/// <summary>A slice decides which operations are generated in addition to creates.</summary>
public class OperationKindTests
{
    [Theory]
    [InlineData("get", "/v1/widgets/{widget}", "only a POST can be a create operation")]
    [InlineData("delete", "/v1/widgets/{widget}", "only a POST can be a create operation")]
    [InlineData("post", "/v1/widgets/{widget}", "it is an update, because its path ends in {widget}")]
    [InlineData("post", "/v1/widgets/{widget}/ship", "it is an action, because \"ship\" is not the collection of widget")]
    public void An_operation_without_a_mark_that_is_not_a_create_is_left_out_with_a_notice(string method, string path, string reason)
    {
        GeneratorRunResult result = new GeneratorHarness(OperationSlice.Make(method, kind: null, path, "widget")).Run();

        Diagnostic diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal(("LAT0005", DiagnosticSeverity.Info), (diagnostic.Id, diagnostic.Severity));
        Assert.Equal($"{method.ToUpperInvariant()} {path} is not generated: {reason}", diagnostic.GetMessage());
        Assert.False(result.HasType("Lattice.Stripe.Widget"));
    }

    [Fact]
    public void A_create_can_be_left_out()
    {
        GeneratorRunResult result = new GeneratorHarness(OperationSlice.Make("post", "none", "/v1/widgets", "widget")).Run();

        Assert.Equal(
            "POST /v1/widgets is not generated: x-lattice-operation declares it to be left out",
            Assert.Single(result.Diagnostics).GetMessage());
        Assert.False(result.HasType("Lattice.Stripe.Widget"));
    }

    [Theory]
    [InlineData("get", "create", "a GET that returns no list can only be \"retrieve\"")]
    [InlineData("get", "delete", "a GET that returns no list can only be \"retrieve\"")]
    [InlineData("post", "retrieve", "a POST can only be \"create\", \"update\", or \"action\"")]
    [InlineData("delete", "update", "a DELETE can only be \"delete\"")]
    [InlineData("put", "update", "a PUT cannot be generated")]
    public void A_kind_that_the_operation_cannot_have_is_reported_at_the_mark(string method, string kind, string reason)
    {
        string slice = OperationSlice.Make(method, kind, "/v1/widgets/{widget}", "widget");

        Diagnostic diagnostic = Assert.Single(new GeneratorHarness(slice).Run().Diagnostics);

        Assert.Equal("LAT0016", diagnostic.Id);
        Assert.Equal($"The extension is ignored: x-lattice-operation is \"{kind}\", but {reason}", diagnostic.GetMessage());
        Assert.Equal(slice.Split('\n')[2].IndexOf($"\"x-lattice-operation\"", StringComparison.Ordinal) + 1, SliceEdits.Location(diagnostic).Column);
    }

    [Fact]
    public void A_list_is_not_a_retrieve()
    {
        string slice = OperationSlice.Make("get", "list", "/v1/widgets", "widget").Replace("\"list\",\n", "\"retrieve\",\n", StringComparison.Ordinal);

        Assert.Equal("LAT0016", Assert.Single(new GeneratorHarness(slice).Run().Diagnostics).Id);
    }

    [Theory]
    [InlineData("lst")]
    [InlineData("List")]
    [InlineData("")]
    public void A_kind_that_does_not_exist_is_reported_with_those_that_do(string kind)
    {
        IEnumerable<Diagnostic> diagnostics = new GeneratorHarness(OperationSlice.Make("get", kind, "/v1/widgets/{widget}", "widget")).Run().Diagnostics;

        Diagnostic diagnostic = Assert.Single(diagnostics, diagnostic => diagnostic.Id == "LAT0016");
        Assert.Contains(
            "\"create\", \"retrieve\", \"list\", \"search\", \"update\", \"delete\", \"action\", \"none\"",
            diagnostic.GetMessage(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_response_that_is_neither_JSON_nor_a_file_is_reported()
    {
        string slice = OperationSlice.Make("get", "retrieve", "/v1/quotes/{quote}/html", "quote")
            .Replace("application/json", "text/html", StringComparison.Ordinal);

        Assert.Equal("LAT0008", Assert.Single(new GeneratorHarness(slice).Run().Diagnostics).Id);
    }

    [Fact]
    public void A_file_is_a_part_of_the_resource_in_its_path()
    {
        string slice = OperationSlice.Make("get", "retrieve", "/v1/quotes/{quote}/pdf", "quote")
            .Replace("application/json", "application/pdf", StringComparison.Ordinal)
            .Replace(
                "\"schema\": { \"$ref\": \"#/components/schemas/quote\" }",
                "\"schema\": { \"type\": \"string\", \"format\": \"binary\" }",
                StringComparison.Ordinal);
        var harness = new GeneratorHarness(slice);

        Assert.Empty(harness.Run().Diagnostics);
        Assert.Empty(harness.Compile("""
            using System.Threading.Tasks;
            using Lattice.Stripe;

            class Usage
            {
                public async Task<System.IO.Stream> ReadAsync(IStripeClient client) => (await Quote.RetrievePdfAsync(client, "qt_123")).OpenRead();

                public string? Id => new Quote().Id;
            }
            """));
    }

    [Fact]
    public void Adding_an_operation_changes_no_name_of_another()
    {
        string[] kinds = ["retrieve", "update", "delete"];
        string alone = OperationSlice.GetText(new GeneratorHarness(OperationSlice.Make("get", "retrieve", "/v1/widgets/{widget}", "widget")));

        string all = OperationSlice.GetText(new GeneratorHarness(
            OperationSlice.Make("get", "retrieve", "/v1/widgets/{widget}", "widget").Replace(
                "\"get\": {",
                """
                "post": { "x-lattice-operation": "update", "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/widget" } } } } } },
                "delete": { "x-lattice-operation": "delete", "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/widget" } } } } } },
                "get": {
                """,
                StringComparison.Ordinal)));

        Assert.All(kinds, kind => Assert.Contains($"\"Widget.{char.ToUpperInvariant(kind[0])}{kind[1..]}\"", all, StringComparison.Ordinal));
        Assert.Contains("Widget.Retrieve\"", alone, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_parameter_of_a_GET_is_reported_and_its_query_is_not()
    {
        string slice = OperationSlice.Make("get", "retrieve", "/v1/widgets/{widget}", "widget").Replace(
            "\"responses\"",
            """
            "parameters": [
              { "in": "header", "name": "X-Mode", "schema": { "type": "string" } },
              { "in": "query", "name": "limit", "schema": { "type": "integer" } } ],
            "responses"
            """,
            StringComparison.Ordinal);

        GeneratorRunResult result = new GeneratorHarness(slice).Run();

        Assert.Contains("'X-Mode'", Assert.Single(result.Diagnostics).GetMessage(), StringComparison.Ordinal);
        Assert.True(result.HasType("Lattice.Stripe.WidgetRetrieveParams"));
    }
}
