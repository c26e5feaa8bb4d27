using System.Text.Json;
using System.Text.Json.Nodes;
using Lattice.Slice.Commands;
using Lattice.Slice.Output;
using Lattice.Slice.Tests.Support;
using Spectre.Console;

namespace Lattice.Slice.Tests.Output;

/// <summary>Control characters of documents and servers do not reach a terminal or a report.</summary>
public sealed class ControlCharacterTests
{
    // A color, a backspace, DEL, a control sequence of C1, text from right to left, isolates, a separator of lines, a tag.
    private const string Evil = "\u001b[31m\b\u007f\u009b2J\u202e\u2066\u200f\u2028\U000E0041";

    public static TheoryData<string> Commands { get; } =
    [
        "list", "list --all", "list bad --all", "list bed", "list --secrets", "list --secrets --format json", "add gadgets", "add widgets", "add widget gadget --all",
        "add nothing", "remove gadgets", "remove nothing", "slice", "check", "check --format json", "check --format markdown",
        "expand gadget.bad", "rename gadget.bad Good", "rename gadget.id Bad\u001b", "secret gadget.id", "secret gadget.bad",
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_document_cannot_control_the_terminal(string command)
    {
        using var folder = new SliceFolder();
        await folder.RunAsync("add", "POST /v1/gadgets");
        folder.Write("spec.json", CreateEvilSpec());

        Response response = await folder.RunAsync(command.Split(' '));
        Response again = await folder.RunAsync(command.Split(' '));

        Assert.NotEmpty(response.Output + response.Error);
        AssertClean(response.Output + response.Error + again.Output + again.Error);
        Assert.DoesNotContain("unexpected", response.Error + again.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("list", "--all")]
    [InlineData("add", "gadgets")]
    [InlineData("slice")]
    public async Task A_document_cannot_control_a_terminal_with_tables(params string[] command)
    {
        using var folder = new SliceFolder();
        folder.Write("spec.json", CreateEvilSpec());
        using StringWriter output = new(), error = new();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });

        await LatticeCommand.RunAsync(
            [.. command, "--spec", folder.Spec, "--slice", folder.ConfigurationPath],
            new TerminalReport(console, new ErrorOutput(error)),
            output,
            error);

        Assert.NotEmpty(output.ToString());
        AssertClean(output.ToString() + error);
    }

    [Fact]
    public void Warnings_are_clean()
    {
        using StringWriter file = new(), terminal = new();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(terminal),
        });

        foreach (ErrorOutput error in new[] { new ErrorOutput(file), new ErrorOutput(TextWriter.Null, console) })
        {
            new EscapingReport(new PlainReport(TextWriter.Null, error)).Error.Message(Evil);
        }

        Assert.All([file, terminal], output =>
        {
            Assert.StartsWith("lattice: \\u001b[31m", output.ToString(), StringComparison.Ordinal);
            AssertClean(output.ToString());
        });
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("markdown")]
    public async Task A_document_cannot_put_control_characters_into_a_report(string format)
    {
        using var folder = new SliceFolder();
        await folder.RunAsync("add", "POST /v1/gadgets");
        folder.Write("spec.json", CreateEvilSpec());
        string file = Path.Combine(folder.Folder, "report");

        Response response = await folder.RunAsync("check", "--format", format, "--output", file);

        string report = File.ReadAllText(file);
        Assert.InRange(response.Code, 1, 2);
        Assert.Contains("bad", report, StringComparison.Ordinal);
        AssertClean(report);
        AssertClean(response.Output);
    }

    [Theory]
    [InlineData("\n", "\\u000a")]
    [InlineData("\r\n", "\\u000d\\u000a")]
    [InlineData("\u0085", "\\u0085")]
    public async Task A_document_cannot_forge_lines(string end, string escaped)
    {
        string bad = $"x{end}lattice: all is well";
        using var folder = new SliceFolder(spec: SmallSpec.Edit(spec =>
        {
            JsonObject paths = spec["paths"]!.AsObject();
            paths["/v1/" + bad] = paths["/v1/gadgets"]!.DeepClone();
            paths["/v1/a/" + bad] = paths["/v1/gadgets"]!.DeepClone();
            spec["components"]!["schemas"]!["gadget"]!["properties"]!["part"] =
                new JsonObject { ["$ref"] = "#/components/schemas/" + bad };
        }));

        Response ambiguous = await folder.RunAsync("add", bad);
        Response missing = await folder.RunAsync("add", "POST /v1/gadgets");
        folder.Write("slice.json", JsonSerializer.Serialize(new { operations = new[] { "POST /v1/none" + bad } }));
        Response unknown = await folder.RunAsync("slice");

        Assert.All([ambiguous, missing, unknown], response =>
        {
            Assert.Equal(3, response.Code);
            Assert.Contains(escaped, response.Error, StringComparison.Ordinal);
            Assert.DoesNotContain(response.Error.Split('\n')[1..], line => line.StartsWith("lattice: all", StringComparison.Ordinal));
            AssertClean(response.Error);
        });
    }

    [Fact]
    public async Task Json_keeps_its_meaning()
    {
        using var folder = new SliceFolder();
        await folder.RunAsync("add", "POST /v1/gadgets");
        folder.Write("spec.json", CreateEvilSpec());

        Response response = await folder.RunAsync("check", "--format", "json");

        JsonElement changes = JsonDocument.Parse(response.Output).RootElement.GetProperty("changes");
        Assert.Contains(changes.EnumerateArray(), change => change.GetProperty("name").GetString() == "bad" + Evil);
    }

    [Theory]
    [InlineData("{ \"a{0}\": 1, \"a{0}\": 2 }", "contains the key \"a\\u001b[31m")]
    [InlineData("{ \"openapi\": \"{0}\" }", "is not an OpenAPI 3.0 document")]
    [InlineData("a: 1\n\"a{1}\": 1\n\"a{1}\": 2\n", "the key \"a\\u001b[31m")]
    public async Task An_error_message_escapes_the_keys_and_values_of_a_document(string text, string message)
    {
        string json = JsonSerializer.Serialize(Evil)[1..^1];
        using var folder = new SliceFolder(spec: text
            .Replace("{0}", json, StringComparison.Ordinal).Replace("{1}", "\\e[31m", StringComparison.Ordinal));

        Response response = await folder.RunAsync("list");

        Assert.Equal(3, response.Code);
        Assert.Contains(message, response.Error, StringComparison.Ordinal);
        AssertClean(response.Error);
    }

    [Theory]
    [InlineData("{ \"operations\": [], \"x{0}\": 1 }")]
    [InlineData("{ \"operations\": [ \"POST /v1/{0}\" ] }")]
    [InlineData("{ \"operations\": [], \"source\": \"{0}\" }")]
    [InlineData("{ \"operations\": [], \"source\": \"{0}://x\" }")]
    [InlineData("{ \"operations\": [], \"names\": { \"/{0}\": \"{0}\" } }")]
    public async Task An_error_message_escapes_the_text_of_slice_json(string text)
    {
        using var folder = new SliceFolder(text.Replace("{0}", JsonSerializer.Serialize(Evil)[1..^1], StringComparison.Ordinal));

        Response response = await folder.RunBareAsync("slice");

        Assert.Equal(3, response.Code);
        AssertClean(response.Error);
    }

    [Theory]
    [InlineData("404 \u001b[31mGone", "")]
    [InlineData("302 Found", "Location: file:///etc/\u001b[31mpasswd\r\n")]
    [InlineData("302 Found", "Location: ftp://example.com/%1b[31m\r\nContent-Type: \u001b[31m\r\n")]
    public async Task A_server_cannot_control_the_terminal(string status, string headers)
    {
        await using var server = new LoopbackServer(
            _ => $"HTTP/1.1 {status}\r\n{headers}Content-Length: 0\r\nConnection: close\r\n\r\n");
        using var folder = new SliceFolder();

        Response response = await folder.RunBareAsync("list", "--spec", server.Address.ToString());

        Assert.Equal(3, response.Code);
        AssertClean(response.Error);
    }

    [Theory]
    [InlineData("plain äöü 漢字 😀", "plain äöü 漢字 😀")]
    [InlineData("a\nb\r\nc", "a\nb\r\nc")]
    [InlineData("a\rb\tc", "a\\u000db\\u0009c")]
    [InlineData("a\u001b]0;title\u0007", "a\\u001b]0;title\\u0007")]
    [InlineData("\U000E0041\u2029", "\\udb40\\udc41\\u2029")]
    public void Only_ends_of_lines_stay(string text, string expected) => Assert.Equal(expected, ControlCharacters.Escape(text));

    [Fact]
    public void Half_of_a_surrogate_pair_is_escaped() => Assert.Equal("a\\ud800b", ControlCharacters.Escape("a\ud800b"));

    private static void AssertClean(string text) => Assert.DoesNotContain(
        text.EnumerateRunes(), rune => ControlCharacters.Contains(rune) && rune.Value is not ('\n' or '\r'));

    /// <summary>The small specification with control characters wherever a document has a text.</summary>
    private static string CreateEvilSpec() => SmallSpec.Edit(spec =>
    {
        const string Bad = "bad" + Evil;
        spec["info"]!["version"] = Bad;
        JsonObject paths = spec["paths"]!.AsObject();
        JsonNode post = paths["/v1/gadgets"]!["post"]!;
        post["description"] = Bad;
        post["servers"] = JsonNode.Parse(JsonSerializer.Serialize(new[] { new { url = $"https://{Bad}/" } }));
        post["requestBody"] = JsonNode.Parse("""
            { "content": { "application/x-www-form-urlencoded": { "schema": { "type": "object", "properties": {} } } } }
            """);
        JsonNode schema = post["requestBody"]!["content"]!["application/x-www-form-urlencoded"]!["schema"]!;
        schema["required"] = new JsonArray(Bad);
        schema["properties"]![Bad] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray(Bad, "b"), ["description"] = Bad };
        schema["properties"]![Bad + "_secret"] = new JsonObject { ["type"] = "string", ["description"] = Bad };
        paths["/v1/gadgets/" + Bad] = post.Parent!.DeepClone();
        JsonObject schemas = spec["components"]!["schemas"]!.AsObject();
        schemas["gadget"]!["properties"]![Bad + "_secret"] = new JsonObject { ["type"] = "string" };
        schemas["gadget"]!["properties"]![Bad] = new JsonObject { ["$ref"] = "#/components/schemas/" + Bad };
        schemas[Bad] = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { [Bad] = new JsonObject { ["type"] = Bad } } };
        schemas["widget"]!["properties"]!["part"] = new JsonObject { ["$ref"] = "#/components/schemas/missing" + Bad };
    });
}
