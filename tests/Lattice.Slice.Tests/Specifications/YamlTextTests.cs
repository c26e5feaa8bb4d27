using System.Text.Json;
using System.Text.Json.Nodes;
using Lattice.Slice.Slicing;
using Lattice.Slice.Specifications;
using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests.Specifications;

/// <summary>Documents in YAML.</summary>
public class YamlTextTests
{
    private const string Yaml = """
        # Stripe's document, in short
        openapi: 3.0.0
        info:
          title: Stripe API
          version: 2023-09-12
        paths:
          /v1/widgets:
            post:
              requestBody:
                content:
                  application/x-www-form-urlencoded:
                    schema:
                      type: object
                      required: [size]
                      properties:
                        size: { type: string, enum: [yes, no, on, '1', "true"], maxLength: 5000 }
              responses:
                200:
                  description: >
                    The
                    widget.
                  content:
                    application/json:
                      schema: { $ref: '#/components/schemas/widget' }
        components:
          schemas:
            widget: &widget
              type: object
              properties:
                id: { type: string }
            gadget: *widget
        """;

    [Fact]
    public async Task A_yaml_document_has_the_same_slice_as_its_json()
    {
        using var folder = new SliceFolder();
        string yaml = folder.Write("spec3.yaml", Yaml);
        string json = folder.Write("spec3.json", JsonSerializer.Serialize(JsonNode.Parse(YamlText.ToJson(Yaml, "spec3.yaml", "Correct it."))));

        Response fromYaml = await folder.RunBareAsync("add", "widgets", "--spec", yaml);
        string slice = folder.Slice;
        await folder.RunBareAsync("slice", "--spec", json);

        Assert.Equal((0, ""), (fromYaml.Code, fromYaml.Error));
        Assert.Equal(slice, folder.Slice);
        Assert.Contains("\"version\": \"2023-09-12\"", slice, StringComparison.Ordinal);
        Assert.Contains("\"maxLength\": 5000", slice, StringComparison.Ordinal);
        Assert.Equal(
            """["yes","no","on","1","true"]""",
            JsonNodes.Find(
                JsonNode.Parse(slice)!,
                "/paths/~1v1~1widgets/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties/size/enum")!
                .ToJsonString());
    }

    [Theory]
    [InlineData("list")]
    [InlineData("slice")]
    [InlineData("check")]
    [InlineData("list", "--secrets")]
    public async Task Every_command_accepts_yaml(params string[] command)
    {
        using var folder = new SliceFolder();
        string yaml = folder.Write("spec3.yaml", Yaml);
        await folder.RunBareAsync("add", "widgets", "--spec", yaml);

        Response response = await folder.RunBareAsync([.. command, "--spec", yaml]);

        Assert.Equal((0, ""), (response.Code, response.Error));
    }

    [Theory]
    [InlineData("2023-09-12", "\"2023-09-12\"")]
    [InlineData("2023-09-12T10:00:00Z", "\"2023-09-12T10:00:00Z\"")]
    [InlineData("yes", "\"yes\"")]
    [InlineData("No", "\"No\"")]
    [InlineData("off", "\"off\"")]
    [InlineData("true", "true")]
    [InlineData("False", "false")]
    [InlineData("'true'", "\"true\"")]
    [InlineData("\"5\"", "\"5\"")]
    [InlineData("!!str 5", "\"5\"")]
    [InlineData("!!int \"5\"", "5")]
    [InlineData("5", "5")]
    [InlineData("-5.50", "-5.50")]
    [InlineData("1e5", "1e5")]
    [InlineData("99999999999999999999999999999999999999999", "99999999999999999999999999999999999999999")]
    [InlineData("017", "\"017\"")]
    [InlineData("0o17", "\"0o17\"")]
    [InlineData("0x1F", "\"0x1F\"")]
    [InlineData("1_000", "\"1_000\"")]
    [InlineData("12:30:45", "\"12:30:45\"")]
    [InlineData(".inf", "\".inf\"")]
    [InlineData("3.0.0", "\"3.0.0\"")]
    [InlineData("+5", "\"+5\"")]
    [InlineData("~", "null")]
    [InlineData("null", "null")]
    [InlineData("", "null")]
    [InlineData("''", "\"\"")]
    [InlineData("|\n  a\n  b\n", "\"a\\nb\\n\"")]
    [InlineData("\"a\\\"b\\\\\\u00e9\"", "\"a\\\"b\\\\é\"")]
    public void A_value_is_converted_to_json(string yaml, string json) =>
        Assert.Equal($"{{\n\"a\":{json}}}", YamlText.ToJson($"a: {yaml}", "a.yaml", "Correct it."));

    [Theory]
    [InlineData("a: [1, 2\n", 2, 1)]
    [InlineData("a: 1\nb: {\n", 3, 1)]
    [InlineData("a: 1\nb: \"1\n", 2, 4)]
    [InlineData("a: 1\n  a: 2", 2, 4)]
    public void A_syntax_error_has_its_line_and_column(string yaml, int line, int column) =>
        Assert.StartsWith($"a.yaml is not valid YAML: line {line}, column {column}: ", GetError(yaml), StringComparison.Ordinal);

    [Theory]
    [InlineData("a: 1\nb: 2\na: 3", "line 3, column 1: the key \"a\" occurs twice in one object.")]
    [InlineData("a: *b", "line 1, column 4: the alias *b has no anchor before it.")]
    [InlineData("a: &b { c: *b }", "line 1, column 12: the alias *b has no anchor before it.")]
    [InlineData("? [a]\n: b", "line 1, column 3: a key must be a string.")]
    [InlineData("a: !!binary aGk=", "line 1, column 4: the tag tag:yaml.org,2002:binary has no equivalent in JSON.")]
    [InlineData("a: !mine { b: 1 }", "line 1, column 4: the tag !mine has no equivalent in JSON.")]
    [InlineData("a: 1\n---\nb: 2", "line 2, column 1: it contains more than one document.")]
    [InlineData("a: \"\\uD800\"", "line 1, column 4: ")]
    public void A_value_without_json_equivalent_is_an_error_with_its_position(string yaml, string message) =>
        Assert.StartsWith($"a.yaml is not valid YAML: {message}", GetError(yaml), StringComparison.Ordinal);

    [Fact]
    public void Expanded_aliases_are_limited()
    {
        string yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(1, 12)
            .Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n"));

        Assert.Contains("its expanded aliases are too long", GetError(yaml), StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_is_limited() =>
        Assert.Contains(
            "it has more than 512 nested levels", GetError("a: " + new string('[', 600) + new string(']', 600)), StringComparison.Ordinal);

    [Theory]
    [InlineData("a.json", "openapi: 3.0.0", true)]
    [InlineData("https://example.com/spec3", "# Stripe\nopenapi: 3.0.0", true)]
    [InlineData("a.json", "---\nopenapi: 3.0.0", true)]
    [InlineData("a.yaml", "\"openapi\": 3.0.0", true)]
    [InlineData("a.YML", "hello", true)]
    [InlineData("a.yaml", "{ \"openapi\": \"3.0.0\" }", false)]
    [InlineData("a.json", "hello", false)]
    [InlineData("a.json", "<html>", false)]
    [InlineData("a.json", "", false)]
    public void Yaml_is_recognized_by_the_name_or_the_first_line(string name, string text, bool isYaml) =>
        Assert.Equal(isYaml, YamlText.IsYaml(text, name));

    private static string GetError(string yaml) =>
        Assert.Throws<CommandFailedException>(() => YamlText.ToJson(yaml, "a.yaml", "Correct it.")).Message;
}
