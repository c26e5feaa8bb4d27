using System.Text;
using System.Text.Json.Nodes;
using Lattice.Slice.Configuration;
using Lattice.Spec.Model;

namespace Lattice.Slice.Tests.Configuration;

/// <summary>Reading of slice.json.</summary>
public class SliceConfigurationReaderTests
{
    [Fact]
    public void Locations_with_the_same_prefix_can_be_grouped()
    {
        SliceConfiguration configuration = Read("""
            {
              "operations": [],
              "descriptions": { "/a/b": "1", "/c": { "": "2", "/d": { "/e": "3" } } },
              "sensitive": { "/c": { "/s": true } },
              "deprecated": { "/x": true, "/y": "z" },
              "exclusive": { "/x": { "/y": [["a", "b"], ["c", "d"]] } }
            }
            """);

        Assert.Equal(
            [("/a/b", "1"), ("/c", "2"), ("/c/d/e", "3")], configuration.Descriptions.Select(location => (location.Key, location.Value)));
        Assert.Equal([("/c/s", true)], configuration.Sensitive.Select(location => (location.Key, location.Value)));
        Assert.Equal([("/x", null), ("/y", "z")], configuration.Deprecated.Select(location => (location.Key, location.Value)));
        Assert.Equal(["/x/y: a b, c d"], configuration.Exclusive.Select(location =>
            $"{location.Key}: {string.Join(", ", location.Value.Select(group => string.Join(" ", group)))}"));
    }

    [Fact]
    public void An_operation_can_have_a_kind()
    {
        SliceConfiguration configuration = Read("""{ "operations": ["POST /a", { "operation": "POST /b", "as": "create" }] }""");

        Assert.Equal(["POST /a", "POST /b"], configuration.Operations.AsEnumerable());
        Assert.Equal([("POST /b", OperationKind.Create)], configuration.Kinds.Select(kind => (kind.Key, kind.Value)));
    }

    [Theory]
    [InlineData("{\n  \"operation\": []\n}", "slice.json, line 2: unknown key \"operation\". Did you mean \"operations\"")]
    [InlineData("[]", "slice.json, line 1: expected a JSON object.")]
    [InlineData("{ \"operations\": \"POST /v1/x\" }", "operations: expected an array of strings.")]
    [InlineData("{ \"operations\": [ 1 ] }", "operations: expected a string.")]
    [InlineData("{ \"operations\": [ {} ] }", "operations: expected a string, or an object with \"operation\" and \"as\".")]
    [InlineData("{ \"operations\": [ { \"operation\": \"a\" } ] }", "operations: \"a\" has no \"as\"; write it as a string.")]
    [InlineData("{ \"operations\": [ { \"operation\": \"a\", \"as\": \"none\" } ] }", "\"as\" must be one of create, retrieve, list,")]
    [InlineData("{ \"operations\": [ { \"operation\": \"a\", \"kind\": \"b\" } ] }", "operations: unknown key \"kind\".")]
    [InlineData("{ \"operations\": [ \"a\", { \"operation\": \"a\", \"as\": \"list\" } ] }", "operations contains \"a\" twice.")]
    [InlineData("{ \"operations\": [ \"a\",\n \"a\" ] }", "slice.json, line 2: operations contains \"a\" twice.")]
    [InlineData("{ \"descriptions\": [] }", "descriptions: expected an object whose keys are JSON Pointers")]
    [InlineData("{ \"descriptions\": { \"a\": \"b\" } }", "\"a\" is not a JSON Pointer")]
    [InlineData("{ \"descriptions\": { \"/a\": 1 } }", "descriptions: expected a string.")]
    [InlineData("{ \"descriptions\": { \"/a/b\": \"1\", \"/a\": { \"/b\": \"2\" } } }", "descriptions contains /a/b twice.")]
    [InlineData("{ \"sensitive\": { \"/a\": \"yes\" } }", "sensitive: expected true or false.")]
    [InlineData("{ \"exclusive\": { \"/a\": [\"b\", \"c\"] } }", "exclusive: expected an array of groups, such as [[\"price\", \"price_data\"]].")]
    [InlineData("{ \"exclusive\": { \"/a\": \"b\" } }", "exclusive: expected an array of groups")]
    [InlineData("{ \"exclusive\": { \"/a\": [[1]] } }", "exclusive: expected a string.")]
    [InlineData("{ \"source\": 1 }", "source: expected a string.")]
    [InlineData("{\n \"pinned\": \"1\" }", "slice.json, line 2: pinned: expected an object with \"version\" and \"sha256\". To pin the newest")]
    [InlineData("{ \"pinned\": { \"version\": \"1\" } }", "pinned: expected an object with \"version\" and \"sha256\".")]
    [InlineData("{ \"pinned\": { \"sha256\": \"1\", \"sha\": \"1\" } }", "pinned: unknown key \"sha\". Did you mean \"sha256\"")]
    [InlineData("{ \"pinned\": { \"sha256\": 1 } }", "pinned.sha256: expected a string.")]
    [InlineData("{ \"pinned\": { \"sha256\": \"12ab\" } }", "pinned.sha256: expected the SHA-256 of the document in 64 hexadecimal digits.")]
    [InlineData("{ \"pinned\": { \"sha256\": \"\", \"version\": 2 } }", "pinned.version: expected a string.")]
    public void Invalid_content_is_an_error_with_its_line(string text, string message) =>
        Assert.Contains(message, Assert.Throws<CommandFailedException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_schema_has_the_keys_of_the_reader()
    {
        JsonNode schema = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "openapi", "slice.schema.json")))!;

        Assert.Equal(SliceConfigurationReader.Keys, schema["properties"]!.AsObject().Select(property => property.Key));
        Assert.All(schema["properties"]!.AsObject(), property => Assert.NotEmpty((string)property.Value!["description"]!));
    }

    private static SliceConfiguration Read(string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        return new SliceConfigurationReader(utf8, "slice.json").Read(JsonSpan.Parse(utf8));
    }
}
