using Lattice.Spec.Json;
using Lattice.Spec.Model;
using Lattice.Spec.OpenApi;
using Lattice.Spec.Stripe;

namespace Lattice.Spec.Tests.Stripe;

/// <summary>The kind of a POST, and the reason for it.</summary>
public class OperationClassifierTests
{
    private const string List = """{ "type": "object", "properties": { "data": { "type": "array", "items": {} } } }""";

    [Theory]
    [InlineData("/v1/widgets/{widget}", Widget, "", "Update", "its path ends in {widget}")]
    [InlineData("/v1/widgets", Widget, "", "Create", "\"widgets\" is the collection of widget")]
    [InlineData("/v1/widgets/{widget}/cancel", Widget, "", "Action", "\"cancel\" is not the collection of widget")]
    [InlineData("/v1/widgets/create_preview", Widget, "", "Create", "starts with create_")]
    [InlineData("/v1/settings", Widget, Widget, "Update", "a GET of its path returns one object, not a list")]
    [InlineData("/v1/settings", Widget, List, "Create", "a GET of its path returns a list")]
    [InlineData("/v1/settings", Widget, """{ "$ref": "#/components/schemas/widget_list" }""", "Create", "a GET of its path returns a list")]
    [InlineData("/v1/readers/{reader}/cancel_action", Union, "", "Action", "\"cancel_action\" is not the collection of widget")]
    [InlineData("/v1/widgets", Union, "", "Create", "\"widgets\" is the collection of widget")]
    [InlineData("/v2/core/widget_stream", """{ "type": "object" }""", "", "Create", "API v2 that returns nothing")]
    [InlineData("/v2/core/widget_stream", """{ "type": "object", "properties": {} }""", "", "Create", "API v2 that returns nothing")]
    [InlineData(
        "/v2/core/widget_stream",
        """{ "type": "object", "additionalProperties": { "type": "string" } }""",
        "",
        "Action",
        "it returns no resource")]
    [InlineData("/v2/core/widget_stream", """{ "type": "object", "additionalProperties": true }""", "", "Action", "it returns no resource")]
    [InlineData(
        "/v2/core/widget_stream",
        """{ "type": "object", "additionalProperties": false }""",
        "",
        "Create",
        "API v2 that returns nothing")]
    [InlineData("/v2/core/widget", Widget, "", "Create", "\"widget\" is the collection of widget")]
    [InlineData("/v1/widgets", """{ "type": "string" }""", "", "Action", "it returns no resource")]
    public void A_post_is_classified_with_the_reason(string path, string response, string get, string kind, string reason)
    {
        OperationClassification classification = OperationClassifier.Classify(Read(path, response, get));

        Assert.Equal(kind, classification.Kind.ToString());
        Assert.Contains(reason, classification.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("create", "Create")]
    [InlineData("action", "Action")]
    public void The_document_can_declare_the_kind(string declared, string kind)
    {
        OperationClassification classification = OperationClassifier.Classify(
            Read("/v1/widgets/{widget}", Widget, "", $"\"x-lattice-operation\": \"{declared}\", "));

        Assert.Equal(kind, classification.Kind.ToString());
        Assert.True(classification.IsDeclared);
    }

    [Specs.Fact]
    public void Stripes_documents_have_the_expected_number_of_each_kind()
    {
        Assert.Equal((83, 60, 79), Count(Specs.Full));
        Assert.Equal((118, 76, 136), Count(Specs.Today));
    }

    private const string Widget = """{ "$ref": "#/components/schemas/widget" }""";

    private const string Union = """{ "anyOf": [ { "$ref": "#/components/schemas/widget" }, { "$ref": "#/components/schemas/deleted_widget" } ] }""";

    private static (int Creates, int Updates, int Actions) Count(string file)
    {
        var document = new SpecDocument(JsonParser.Parse(File.ReadAllText(file), out _)!);
        ILookup<OperationKind, string> kinds = document.Paths
            .Select(path => path.Find("post")).OfType<SpecOperation>()
            .ToLookup(post => OperationClassifier.Classify(post).Kind, post => post.Path.Text);
        return (kinds[OperationKind.Create].Count(), kinds[OperationKind.Update].Count(), kinds[OperationKind.Action].Count());
    }

    private static SpecOperation Read(string path, string response, string get, string more = "")
    {
        string text = $$"""
            {
              "openapi": "3.0.0",
              "paths": { "{{path}}": { {{(get.Length == 0 ? "" : $"\"get\": {CreateOperation(get)},")}} "post": {{CreateOperation(response, more)}} } },
              "components": { "schemas": {
                "widget": { "type": "object", "properties": { "id": { "type": "string" } } },
                "widget_list": {{List}},
                "deleted_widget": { "type": "object", "properties": { "deleted": { "type": "boolean", "enum": [ true ] } } } } }
            }
            """;
        return new SpecDocument(JsonParser.Parse(text, out _)!).Paths[0].Find("post")!;
    }

    private static string CreateOperation(string response, string more = "") =>
        $$"""{ {{more}}"responses": { "200": { "description": "", "content": { "application/json": { "schema": {{response}} } } } } }""";
}
