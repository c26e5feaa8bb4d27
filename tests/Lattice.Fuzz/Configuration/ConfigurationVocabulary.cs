using Lattice.TestSupport.Mutation;

namespace Lattice.Fuzz.Configuration;

/// <summary>Valid configurations for the small document, and what mutations insert into them.</summary>
internal static class ConfigurationVocabulary
{
    private const string Widget = "/components/schemas/widget/properties";
    private const string Body = "/paths/~1v1~1widgets/post/requestBody/content/application~1x-www-form-urlencoded/schema";
    private const string Hash = "3e9a1f0c5b7d42e86f91d0ab64c8e2375d1b9fe0a7c4836215fd0be94a6c7d18";

    public static string[] Seeds { get; } =
    [
        """{ "operations": [] }""",
        """{ "operations": [ "POST /v1/gadgets", "POST /v1/widgets" ] }""",
        $$"""
        {
          "$schema": "slice.schema.json",
          "source": "spec.json",
          "operations": [ "POST /v1/widgets", { "operation": "POST /v1/widgets/{widget}/spin", "as": "action" }, "POST /v2/core/events" ],
          "expand": [ "{{Widget}}/owner" ],
          "sensitive": { "{{Widget}}": { "/id": true, "/url": false } },
          "deprecated": { "{{Body}}": { "/properties/name": "title", "/properties/size/x-enumDescriptions/small": "large" } },
          "exclusive": { "{{Body}}": [ [ "name", "title" ] ] },
          "names": { "{{Widget}}/part": "Piece", "/components/schemas/widget": "Thing" },
          "descriptions": { "{{Widget}}/id": "The id.", "/paths/~1v1~1widgets/post/summary": "Makes one." }
        }
        """,
        $$"""
        {
          "source": "spec.json",
          "pinned": { "version": "2030-01-01.test", "sha256": "{{Hash}}" },
          "operations": [ "POST /v1/widgets/{widget}/people", "POST /v1/widgets" ],
          "names": { "": { "/components/schemas": { "/person/properties/id": "Key" } } }
        }
        """,
    ];

    private static readonly string[] s_values =
    [
        "null", "true", "false", "0", "1.5", "\"\"", "\"a\"", "\"Name\"", "\"class\"", "\"POST /v1/widgets\"", "\"POST /v1/gadgets\"",
        "\"GET /v1/widgets\"", "\"GET /v1/widgets/{widget}\"", "\"DELETE /v1/widgets/{widget}\"", "\"POST /v1/nothing\"", "\"post /v1/widgets\"",
        "\"POST  /v1/widgets\"", "\"PUT /v1/widgets\"", "\"POST v1\"", "\"create\"", "\"action\"", "\"none\"", $"\"{Widget}/id\"", $"\"{Widget}/owner\"",
        $"\"{Hash}\"", "\"../spec.json\"", "\"spec.json\"", "\"nothing.json\"", "\"ftp://a/b\"", "\"slice.json\"", "\"stripe.json\"", "\"/\"",
        "\"\\u001b[31m\"", "\"a\\u0000b\"", "\"\\u2028\"", "[]", "{}", "[[]]", "[{}]", "[null]", """["a","b"]""", """[["name","title"]]""",
        """{"operation":"POST /v1/widgets","as":"create"}""", """{"operation":"POST /v1/gadgets"}""", $$"""{"sha256":"{{Hash}}"}""",
        """{"/id":true}""", """{"":true}""",
    ];

    private static readonly string[] s_names =
    [
        "$schema", "source", "pinned", "operations", "expand", "sensitive", "deprecated", "exclusive", "names", "descriptions",
        "version", "sha256", "operation", "as", "", "/", "~", "/~2", "a", "/id", "/owner", Widget, $"{Widget}/id", $"{Widget}/owner", $"{Widget}/secret",
        Body, $"{Body}/properties/size", "/components/schemas/widget", "/components/schemas/gadget", "/components/schemas/missing",
        "/paths/~1v1~1widgets/post", "/info", "/openapi", "/x-enumDescriptions/small", "\u001b", "\u2028",
    ];

    public static JsonVocabulary Create() => new(s_values, s_names, Seeds);
}
