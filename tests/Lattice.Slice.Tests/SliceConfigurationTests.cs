using System.Text;
using System.Text.Json.Nodes;
using Lattice.Slice.Configuration;

namespace Lattice.Slice.Tests;

/// <summary>How slice.json is read.</summary>
public class SliceConfigurationTests
{
    [Fact]
    public void Places_with_the_same_start_may_stand_together()
    {
        SliceConfiguration configuration = Read("""
            {
              "operations": [],
              "descriptions": { "/a/b": "1", "/c": { "": "2", "/d": { "/e": "3" } } },
              "sensitive": { "/c": { "/s": true } },
              "deprecated": { "/x": true, "/y": "z" }
            }
            """);

        Assert.Equal([("/a/b", "1"), ("/c", "2"), ("/c/d/e", "3")], configuration.Descriptions.Select(location => (location.Key, location.Value)));
        Assert.Equal([("/c/s", true)], configuration.Sensitive.Select(location => (location.Key, location.Value)));
        Assert.Equal([("/x", null), ("/y", "z")], configuration.Deprecated.Select(location => (location.Key, location.Value)));
    }

    [Theory]
    [InlineData("{\n  \"operation\": []\n}", "slice.json, line 2: there is no key \"operation\". The nearest: \"operations\"")]
    [InlineData("[]", "slice.json, line 1: it has to be a JSON object.")]
    [InlineData("{ \"operations\": \"POST /v1/x\" }", "operations has to be a list of texts.")]
    [InlineData("{ \"operations\": [ 1 ] }", "operations has to be made of texts.")]
    [InlineData("{ \"operations\": [ \"a\",\n \"a\" ] }", "slice.json, line 2: operations has \"a\" twice.")]
    [InlineData("{ \"descriptions\": [] }", "descriptions has to be an object whose keys are JSON Pointers")]
    [InlineData("{ \"descriptions\": { \"a\": \"b\" } }", "\"a\" is no JSON Pointer")]
    [InlineData("{ \"descriptions\": { \"/a\": 1 } }", "descriptions has to be made of texts.")]
    [InlineData("{ \"descriptions\": { \"/a/b\": \"1\", \"/a\": { \"/b\": \"2\" } } }", "descriptions names /a/b twice.")]
    [InlineData("{ \"sensitive\": { \"/a\": \"yes\" } }", "sensitive has to say true or false.")]
    [InlineData("{ \"source\": 1 }", "source has to be made of texts.")]
    public void What_it_cannot_say_is_an_error_with_its_line(string text, string message) =>
        Assert.Contains(message, Assert.Throws<CommandFailedException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_schema_knows_the_keys_that_the_reader_knows()
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
