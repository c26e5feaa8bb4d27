using Lattice.Conformance.SpecReading;

namespace Lattice.Conformance.Tests;

/// <summary>The program's own classification of POSTs.</summary>
public class CreateRulesTests
{
    [Specs.Fact]
    public void The_full_specification_has_83_create_operations_60_updates_and_79_actions()
    {
        Dictionary<PostKind, int> kinds = CreateRules.GetPosts(SpecDocument.Load(Specs.Full)).CountBy(post => post.Kind).ToDictionary();

        Assert.Equal(83, kinds[PostKind.Create]);
        Assert.Equal(60, kinds[PostKind.Update]);
        Assert.Equal(79, kinds[PostKind.Action]);
    }

    [Specs.Fact]
    public void All_19_operations_are_create_operations()
    {
        Post[] posts = [.. CreateRules.GetPosts(SpecDocument.Load(Specs.Facts))];

        Assert.Equal(19, posts.Length);
        Assert.All(posts, post => Assert.Equal(PostKind.Create, post.Kind));
    }

    [Theory]
    [InlineData("/v1/widgets/{widget}", "widget", PostKind.Update)]
    [InlineData("/v1/widgets", "widget", PostKind.Create)]
    [InlineData("/v1/tax/registered_addresses", "tax.address", PostKind.Create)]
    [InlineData("/v1/widgets/{widget}/funding_instructions", "funding_instructions", PostKind.Create)]
    [InlineData("/v1/widgets/{widget}/create_preview", "widget", PostKind.Create)]
    [InlineData("/v1/widgets/{widget}/cancel", "widget", PostKind.Action)]
    [InlineData("/v2/billing/meter_event_session", "v2.billing.meter_event_session", PostKind.Create)]
    [InlineData("/v1/billing/meter_event_session", "billing.meter_event_session", PostKind.Action)]
    public void The_path_and_the_resource_determine_the_kind(string path, string resource, object kind) =>
        Assert.Equal((PostKind)kind, Classify(path, resource, ""));

    [Theory]
    [InlineData("array", PostKind.Create)]
    [InlineData("string", PostKind.Update)]
    public void A_GET_of_the_same_path_takes_precedence(string type, object kind)
    {
        string get = """
            , "get": {"responses": {"200": {"content": {"application/json": {
              "schema": {"properties": {"data": {"type": "TYPE"}}}}}}}}
            """.Replace("TYPE", type, StringComparison.Ordinal);

        Assert.Equal((PostKind)kind, Classify("/v1/widgets", "widget", get));
    }

    [Fact]
    public void An_annotation_takes_precedence() =>
        Assert.Equal(PostKind.Action, Classify("/v1/widgets", "widget", "", "\"x-lattice-operation\": \"action\","));

    private static PostKind Classify(string path, string resource, string get, string extension = "")
    {
        string spec = """
            {
              "paths": {"PATH": {"post": { EXTENSION "responses": {"200": {"content": {"application/json": {
                "schema": {"$ref": "#/components/schemas/it"}}}}}}GET}},
              "components": {"schemas": {
                "it": {"type": "object", "x-resourceId": "RESOURCE", "properties": {"id": {"type": "string"}}}}}
            }
            """
            .Replace("PATH", path, StringComparison.Ordinal)
            .Replace("EXTENSION", extension, StringComparison.Ordinal)
            .Replace("GET", get, StringComparison.Ordinal)
            .Replace("RESOURCE", resource, StringComparison.Ordinal);
        return CreateRules.GetPosts(SpecDocument.Parse(spec)).Single().Kind;
    }
}
