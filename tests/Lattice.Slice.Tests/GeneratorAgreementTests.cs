using System.Text.Json.Nodes;
using Lattice.Slice.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Lattice.Slice.Tests;

/// <summary>The tool and the generator agree on a document that each of them reads.</summary>
public class GeneratorAgreementTests
{
    private const string Resource = """{ "$ref": "#/components/schemas/thing" }""";
    private const string Object = """{ "type": "object", "properties": { "id": { "type": "string" } } }""";

    /// <summary>A description of the document, the document, and the kind of its POST; empty if it cannot be generated.</summary>
    public static TheoryData<string, string, string> Documents { get; } = new()
    {
        {
            "a GET that lists, by $ref",
            Create(get: """{ "$ref": "#/components/schemas/things" }""", post: Resource, path: "/v1/settings"),
            "create"
        },
        {
            "a GET that lists, inline",
            Create(
                get: """{ "type": "object", "properties": { "data": { "type": "array", "items": { "type": "string" } } } }""",
                post: Resource,
                path: "/v1/settings"),
            "create"
        },
        { "a GET of one object, by $ref", Create(get: Resource, post: Resource, path: "/v1/things"), "update" },
        { "a GET of one object, inline", Create(get: Object, post: Resource, path: "/v1/things"), "update" },
        { "an empty response of v2", Create(post: """{ "type": "object" }""", path: "/v2/core/pings"), "create" },
        {
            "an empty response of v2 without additional properties",
            Create(post: """{ "type": "object", "additionalProperties": false }""", path: "/v2/core/pings"),
            "create"
        },
        {
            "an empty response of v2 with additional properties",
            Create(post: """{ "type": "object", "additionalProperties": true }""", path: "/v2/core/pings"),
            ""
        },
        {
            "an empty response of v2 that is a map",
            Create(post: """{ "type": "object", "additionalProperties": { "type": "string" } }""", path: "/v2/core/pings"),
            ""
        },
        {
            "an empty response of v2 that is a union",
            Create(post: """{ "type": "object", "anyOf": [ { "type": "object" }, { "type": "object" } ] }""", path: "/v2/core/pings"),
            ""
        },
        {
            "anyOf of a resource and the deleted one",
            Create(
                post: """{ "anyOf": [ { "$ref": "#/components/schemas/thing" }, { "$ref": "#/components/schemas/deleted_thing" } ] }""",
                path: "/v1/things"),
            "create"
        },
        {
            "the same, in an action",
            Create(
                post: """{ "anyOf": [ { "$ref": "#/components/schemas/thing" }, { "$ref": "#/components/schemas/deleted_thing" } ] }""",
                path: "/v1/things/{thing}/cancel_action"),
            "action"
        },
        {
            "a resource whose schema is not an object",
            Create(post: """{ "$ref": "#/components/schemas/word" }""", path: "/v1/words"),
            ""
        },
        { "a response without a name", Create(post: Object, path: "/v1/things"), "" },
        {
            "a path that is declared a create",
            Create(post: Resource, path: "/v1/settings", operation: """{ "x-lattice-operation": "create" }"""),
            "create"
        },
        {
            "a create that is declared an action",
            Create(post: Resource, path: "/v1/things", operation: """{ "x-lattice-operation": "action" }"""),
            "action"
        },
        { "a response by $ref", Create(post: Resource, path: "/v1/things", isResponseReference: true), "create" },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Both_find_the_same_operations(string description, string document, string kind)
    {
        Assert.NotEmpty(description);
        using var folder = new SliceFolder(spec: document);
        string path = Assert.Single(JsonNode.Parse(document)!["paths"]!.AsObject()).Key;
        bool isCreate = kind == "create";

        Response list = await folder.RunAsync("list");
        Response all = await folder.RunAsync("list", "--all", "POST");
        Response add = await folder.RunAsync("add", $"POST {path}");

        Assert.Equal(isCreate || document.Contains("x-lattice-operation", StringComparison.Ordinal), GeneratesAnOperation(document));
        Assert.Contains(isCreate ? "1 create operation in " : "0 create operations in ", list.Output, StringComparison.Ordinal);
        Assert.Contains($"POST {path}  {kind}", all.Output, StringComparison.Ordinal);
        Assert.Equal((kind.Length > 0 ? 0 : 3, kind.Length > 0), (add.Code, add.Error.Length == 0));
        Assert.True(kind.Length == 0 || GeneratesAnOperation(folder.Slice));
    }

    [Theory]
    [InlineData("""{ "type": "object", "additionalProperties": { "type": "string" } }""", "StripeMap<string?>?")]
    [InlineData(
        """{ "type": "object", "additionalProperties": { "type": "object", "properties": { "id": { "type": "string" } } } }""",
        "StripeMap<ThingCreateValue>?")]
    [InlineData("""{ "type": "array", "items": { "type": "string" } }""", "IReadOnlyList<string>?")]
    [InlineData("""{ "anyOf": [ { "type": "integer" }, { "type": "string", "enum": [ "" ] } ] }""", "Clearable<long>")]
    [InlineData("""{ "type": "string", "x-lattice-sensitive": true }""", "SecretString?")]
    public async Task Check_names_the_type_that_the_generator_emits(string schema, string type)
    {
        JsonNode with = JsonNode.Parse(Create(post: Resource, path: "/v1/things"))!;
        JsonNode without = with.DeepClone();
        Properties(with)["value"] = JsonNode.Parse(schema);
        string sensitive = schema.Contains("sensitive", StringComparison.Ordinal)
            ? """, "sensitive": { "/paths/~1v1~1things/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties/value": true }"""
            : "";
        using var folder = new SliceFolder($$"""{ "operations": [ "POST /v1/things" ]{{sensitive}} }""", without.ToJsonString());
        folder.Write("stripe.json", without.ToJsonString());
        folder.Write("spec.json", with.ToJsonString());

        Response check = await folder.RunAsync("check");

        string emitted = string.Concat(
            new GeneratorHarness(with.ToJsonString()).Run().GeneratedSources.Select(source => source.SourceText.ToString()));
        Assert.Contains($"`value`, as `{type}`", check.Output, StringComparison.Ordinal);
        Assert.Contains($" {type} Value {{ get;", Shorten(emitted), StringComparison.Ordinal);
    }

    private static JsonObject Properties(JsonNode document) =>
        document["paths"]!["/v1/things"]!["post"]!["requestBody"]!["content"]!["application/x-www-form-urlencoded"]!["schema"]!["properties"]!.AsObject();

    private static bool GeneratesAnOperation(string document)
    {
        GeneratorRunResult result = new GeneratorHarness(document).Run();
        return result.GeneratedSources.Any(source => source.SourceText.ToString().Contains("HttpMethod.Post", StringComparison.Ordinal));
    }

    private static string Shorten(string source) => source
        .Replace("global::System.Collections.Generic.", "", StringComparison.Ordinal)
        .Replace("global::Lattice.Stripe.", "", StringComparison.Ordinal);

    private static string Create(string post, string path, string? get = null, string operation = "{}", bool isResponseReference = false)
    {
        JsonObject create = JsonNode.Parse(operation)!.AsObject();
        create["requestBody"] = JsonNode.Parse(
            """{ "content": { "application/x-www-form-urlencoded": { "schema": { "type": "object", "properties": { "size": { "type": "string" } } } } } }""");
        JsonNode response = Respond(post);
        create["responses"] = new JsonObject
        {
            ["200"] = isResponseReference ? JsonNode.Parse("""{ "$ref": "#/components/responses/thing" }""") : response,
        };
        var item = new JsonObject { ["post"] = create };
        if (get is not null)
        {
            item["get"] = new JsonObject { ["responses"] = new JsonObject { ["200"] = Respond(get) } };
        }

        JsonNode document = JsonNode.Parse("""
            {
              "openapi": "3.0.0", "info": { "title": "Things", "version": "1" },
              "components": { "schemas": {
                "thing": { "type": "object", "x-resourceId": "thing", "properties": { "object": { "type": "string", "enum": [ "thing" ] } } },
                "deleted_thing": { "type": "object", "properties": { "object": { "type": "string", "enum": [ "thing" ] }, "deleted": { "type": "boolean", "enum": [ true ] } } },
                "things": { "type": "object", "properties": { "data": { "type": "array", "items": { "$ref": "#/components/schemas/thing" } } } },
                "word": { "type": "string" } } }
            }
            """)!;
        document["paths"] = new JsonObject { [path] = item };
        if (isResponseReference)
        {
            document["components"]!["responses"] = new JsonObject { ["thing"] = response };
        }

        return document.ToJsonString();
    }

    private static JsonObject Respond(string schema) => new()
    {
        ["description"] = "",
        ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = JsonNode.Parse(schema) } },
    };
}
