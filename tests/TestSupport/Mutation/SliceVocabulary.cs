namespace Lattice.TestSupport.Mutation;

/// <summary>What mutations insert into a slice.</summary>
public static class SliceVocabulary
{
    private static readonly string[] s_values =
    [
        "null", "true", "false", "0", "-1", "1e5", "1.5", "12345678901234567890",
        "\"\"", "\"a\"", "\"string\"", "\"object\"", "\"array\"", "\"integer\"", "\"null\"",
        "\"#/components/schemas/widget\"", "\"#/components/schemas/part\"", "\"#/nothing\"", "\"#\"", "\"other.json#/a\"", "\"\\u2028}\"",
        "[]", "{}", "[[]]", "[{}]", "[null]", """["string","null"]""",
        """{"$ref":"#/components/schemas/widget"}""", """{"$ref":"#/components/schemas/part"}""",
        """{"type":"string"}""", """{"type":"string","enum":[""]}""", """{"type":"object"}""", """{"type":"array"}""",
        """{"type":"object","additionalProperties":true}""",
        """{"anyOf":[{"type":"string"},{"$ref":"#/components/schemas/widget"}]}""",
        """{"type":["integer","string"]}""", """{"const":"a"}""",
        """{"type":"string","enum":["a","A","á","a b","1",""]}""", """{"type":"integer","format":"unix-time"}""",
        """{"type":"string","format":"binary"}""", """{"type":"string","format":"decimal"}""", """[["a","b"]]""", """["a","a"]""",
        """{"a":{"$ref":"#/components/schemas/a"}}""", """{"$ref":"#/components/schemas/a"}""",
    ];

    private static readonly string[] s_names =
    [
        "type", "$ref", "properties", "items", "additionalProperties", "anyOf", "oneOf", "allOf", "enum", "const",
        "nullable", "required", "format",
        "maxLength", "deprecated", "description", "title", "not", "default", "x-resourceId", "x-expansionResources", "x-enumDescriptions",
        "x-lattice-name", "x-lattice-operation", "x-lattice-sensitive", "x-lattice-replaced-by", "x-lattice-exclusive", "x-lattice-sensitve",
        "x-other", "get", "post", "delete", "parameters", "requestBody", "responses", "200", "default", "content",
        "application/json", "application/x-www-form-urlencoded", "multipart/form-data",
        "schema", "servers", "url", "paths", "components", "schemas", "info", "version", "openapi", "widget", "part", "object",
        "deleted", "data", "has_more", "id", "secret", "url", "Equals", "read", "class", "a",
        "", "a.b", "a b", "/v1/widgets", "/v1/../x", "//x", "/v1/{a}b", "\u2028",
    ];

    public static JsonVocabulary Create(IReadOnlyList<string> donors) => new(s_values, s_names, donors);
}
