using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests.Commands;

/// <summary>Invalid input: a clear message, exit code 3, and no change of the files.</summary>
public class BadInputTests
{
    [Theory]
    [InlineData("", "is empty.")]
    [InlineData("hello", "is not valid JSON: line 1, column 1: ")]
    [InlineData("{\n  \"openapi\": \"3.0.0\",\n  \"info\": x }", "is not valid JSON: line 3, column 11: ")]
    [InlineData("{ \"openapi\": \"3.0.0\", }", "is not valid JSON: line 1, column 23: ")]
    [InlineData("<!DOCTYPE html><html></html>", "is HTML or XML, not JSON.")]
    [InlineData("openapi: 3.0.0\ninfo:\n  title: Stripe API\n", "has no API version")]
    [InlineData("openapi: 3.0.0\ninfo: [\n", "is not valid YAML: line 3, column 1: ")]
    [InlineData("---\nswagger: '2.0'\n", "is not an OpenAPI 3.0 document: Swagger 2.0 is not supported.")]
    [InlineData(
        "{\n  \"openapi\": \"3.0.0\",\n  \"openapi\": \"3.0.0\"\n}",
        "is not valid JSON: line 3, column 3: an object contains the key \"openapi\" twice.")]
    [InlineData(
        "{\n  \"openapi\": \"3.0.0\", \"info\": {\n\"version\": \"\\ud800\" }, \"paths\": {} }",
        "line 3, column 12: a string contains an unpaired surrogate.")]
    [InlineData(
        "{ \"openapi\": \"3.0.0\", \"info\": { \"version\": \"1\" }, \"paths\": { \"/v1/\\udc00\": {} } }",
        "a string contains an unpaired surrogate")]
    [InlineData("[]", "is not an OpenAPI 3.0 document: the document must be a JSON object, not ")]
    [InlineData("null", "is not an OpenAPI 3.0 document: the document must be a JSON object, not ")]
    [InlineData("{}", "is not an OpenAPI 3.0 document: \"openapi\" is missing; it must be a version such as \"3.0.0\".")]
    [InlineData(
        "{ \"swagger\": \"2.0\" }",
        "is not an OpenAPI 3.0 document: Swagger 2.0 is not supported. Stripe's document is at https://raw.githubusercontent.com/stripe/openapi/master/openapi/spec3.json")]
    [InlineData("{ \"openapi\": \"3.0.0\" }", "has no API version")]
    [InlineData("{ \"openapi\": \"3.0.0\", \"info\": { \"version\": \"1\" } }", "has no operations: paths must be a JSON object.")]
    [InlineData(
        "{ \"openapi\": \"3.0.0\", \"info\": { \"version\": \"1\" }, \"paths\": [] }",
        "has no operations: paths must be a JSON object.")]
    [InlineData(
        "{ \"openapi\": \"3.0.0\", \"info\": { \"version\": \"1\" }, \"paths\": {}, \"components\": { \"schemas\": 1 } }",
        "components.schemas must be a JSON object.")]
    public async Task A_file_that_is_not_a_specification_is_an_error(string text, string message)
    {
        using var folder = new SliceFolder();
        await folder.RunAsync("add", "gadgets");
        folder.Write("spec.json", text);

        await folder.AssertRejectedAsync(message, "list");
        await folder.AssertRejectedAsync(message, "add", "widgets");
        await folder.AssertRejectedAsync(message, "remove", "gadgets");
        await folder.AssertRejectedAsync(message, "slice");
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.99)]
    public async Task A_truncated_file_is_an_error(double part)
    {
        using var folder = new SliceFolder(spec: SmallSpec.Json[..(int)(SmallSpec.Json.Length * part)]);

        await folder.AssertRejectedAsync("is truncated: it ends at line ", "add", "widgets");
    }

    [Fact]
    public async Task A_file_that_is_not_UTF_8_is_an_error()
    {
        using var folder = new SliceFolder();
        File.WriteAllBytes(folder.Spec, [(byte)'{', (byte)'"', 0xFF, 0xFE, (byte)'"', (byte)':', (byte)'1', (byte)'}']);

        await folder.AssertRejectedAsync("is not UTF-8 text", "list");
    }

    [Fact]
    public async Task A_byte_order_mark_is_ignored()
    {
        using var folder = new SliceFolder(spec: "\uFEFF" + SmallSpec.Json);

        Assert.Equal(0, (await folder.RunAsync("add", "widgets")).Code);
    }

    [Fact]
    public async Task A_reference_to_a_missing_schema_is_an_error()
    {
        using var folder = new SliceFolder(
            spec: SmallSpec.Json.Replace("\"part\": { \"type\"", "\"parts\": { \"type\"", StringComparison.Ordinal));

        await folder.AssertRejectedAsync(
            "has no schema \"part\", which the $ref at /components/schemas/gadget/properties/part refers to. Did you mean \"parts\"",
            "add", "gadgets");
    }

    [Fact]
    public async Task A_reference_to_another_document_is_an_error()
    {
        using var folder = new SliceFolder(spec: SmallSpec.Json.Replace(
            "#/components/schemas/gadget\" } } } }", "other.json#/gadget\" } } } }", StringComparison.Ordinal));

        await folder.AssertRejectedAsync(
            "the $ref \"other.json#/gadget\" at /paths/~1v1~1gadgets/post/responses/200/content/application~1json/schema "
            + "cannot be resolved: only references within the document, which start with '#/', are supported",
            "add", "POST /v1/gadgets");
    }

    [Theory]
    [InlineData("\"gadget\": { \"type\": \"object\"", "\"gadget\": 5, \"was\": { \"type\": \"object\"")]
    [InlineData(
        "\"anyOf\": [ { \"type\": \"string\", \"maxLength\": 5000 }",
        "\"anyOf\": [ 5, null, { \"type\": \"string\", \"maxLength\": 5000 }")]
    [InlineData("\"required\": [ \"object\", \"id\" ]", "\"required\": 5")]
    [InlineData(
        "\"properties\": { \"id\": { \"type\": \"string\" }, \"part\"",
        "\"properties\": 5, \"was\": { \"id\": { \"type\": \"string\" }, \"part\"")]
    [InlineData("\"responses\": {", "\"responses\": [], \"was\": {")]
    [InlineData("\"content\": {", "\"content\": [], \"was\": {")]
    [InlineData("\"parameters\": [ {", "\"parameters\": 5, \"was\": [ {")]
    [InlineData("\"$ref\": \"#/components/schemas/part\"", "\"$ref\": 5")]
    [InlineData("\"type\": \"object\"", "\"type\": [ \"object\" ]")]
    [InlineData("\"operationId\": \"PostWidgets\"", "\"servers\": 5")]
    public async Task An_element_of_a_wrong_type_does_not_crash_a_command(string text, string broken)
    {
        Assert.Contains(text, SmallSpec.Json, StringComparison.Ordinal);
        using var folder = new SliceFolder(spec: SmallSpec.Json.Replace(text, broken, StringComparison.Ordinal));

        string[][] commands =
        [
            ["list", "--all"], ["add", "POST /v1/widgets"], ["add", "gadget", "widget", "--all"], ["slice"], ["remove", "widget", "--all"],
        ];
        foreach (string[] command in commands)
        {
            Response response = await folder.RunAsync(command);

            Assert.DoesNotContain("unexpected", response.Error, StringComparison.Ordinal);
            Assert.Equal(response.Code == 0, response.Error.Length == 0);
        }
    }

    [Fact]
    public async Task A_missing_specification_or_slice_is_an_error()
    {
        using var folder = new SliceFolder();
        File.Delete(folder.Spec);
        await folder.AssertRejectedAsync("spec.json does not exist", "list");

        File.Delete(folder.ConfigurationPath);
        await folder.AssertRejectedAsync(
            $"{folder.ConfigurationPath} does not exist (full path: {folder.ConfigurationPath}). Change to the folder of the project that has it, pass "
                + "--slice, or run `lattice init` to create it.",
            "slice");
    }

    [Theory]
    [InlineData("ftp://example.com/spec3.json", "\"ftp://…\" is not a supported URL")]
    [InlineData("https://", "\"https://…\" is not a supported URL")]
    public async Task A_url_with_an_unsupported_scheme_is_an_error(string address, string message)
    {
        using var folder = new SliceFolder();

        Response response = await folder.RunBareAsync("list", "--spec", address);

        Assert.Equal(3, response.Code);
        Assert.Contains(message, response.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_url_of_a_file_can_name_this_computer()
    {
        using var folder = new SliceFolder();
        string path = new Uri(folder.Spec).AbsolutePath;

        Response local = await folder.RunBareAsync("list", "--spec", $"file://localhost{path}");
        Response other = await folder.RunBareAsync("list", "--spec", $"file://example.com{path}");

        Assert.Equal((0, ""), (local.Code, local.Error));
        Assert.Equal(3, other.Code);
        Assert.Contains(OperatingSystem.IsWindows() ? "Cannot read " : "is a file of another computer, \"example.com\".", other.Error, StringComparison.Ordinal);
    }
}
