using System.Text.Json;
using Microsoft.CodeAnalysis;
using static Lattice.Generator.Tests.Support.SliceEdits;

namespace Lattice.Generator.Tests.Reading;

/// <summary>No path of a slice leads a request away from the base address.</summary>
public class PathTests
{
    [Theory]
    [InlineData("/https://evil.example/x", "it contains an empty segment")]
    [InlineData("///evil.example/x", "it contains an empty segment")]
    [InlineData("//evil.example/x", "it contains an empty segment")]
    [InlineData("/v1//x", "it contains an empty segment")]
    [InlineData("/v1/x/", "it contains an empty segment")]
    [InlineData("/", "it contains an empty segment")]
    [InlineData("/https:evil.example/x", "its first segment contains a colon")]
    [InlineData("/mailto:x", "its first segment contains a colon")]
    [InlineData("/v1/../x", "its segment '..' refers to another path")]
    [InlineData("/v1/./x", "its segment '.' refers to another path")]
    [InlineData("/..", "its segment '..' refers to another path")]
    [InlineData("/../evil.example/x", "its segment '..' refers to another path")]
    [InlineData("/v1/x/..", "its segment '..' refers to another path")]
    [InlineData("/v1/%2e%2e/x", "it contains the character '%'")]
    [InlineData("/v1/.%2E/x", "it contains the character '%'")]
    [InlineData("/v1/%252e%252e/x", "it contains the character '%'")]
    [InlineData("/%2f%2fevil.example/x", "it contains the character '%'")]
    [InlineData("/v1\\..\\x", "it contains the character '\\'")]
    [InlineData("/\\evil.example/x", "it contains the character '\\'")]
    [InlineData("/\\\\evil.example/x", "it contains the character '\\'")]
    [InlineData("/v1/x?account=a", "it contains the character '?'")]
    [InlineData("/v1/x#a", "it contains the character '#'")]
    [InlineData("/v1/{x?}/y", "it contains the character '?'")]
    [InlineData("/v1/{x y}/y", "it contains the character U+0020")]
    [InlineData("/v1/a b", "it contains the character U+0020")]
    [InlineData("/v1/x ", "it contains the character U+0020")]
    [InlineData("/\t/evil.example/x", "it contains the character U+0009")]
    [InlineData("/v1/x\n", "it contains the character U+000A")]
    [InlineData("/v1/x\r", "it contains the character U+000D")]
    [InlineData("/v1/\u0000", "it contains the character U+0000")]
    [InlineData("/v1/x\u007f", "it contains the character U+007F")]
    [InlineData("/v1/x\u0085", "it contains the character U+0085")]
    [InlineData("/v1/x\u00a0", "it contains the character U+00A0")]
    [InlineData("/v1/x\u2028", "it contains the character U+2028")]
    [InlineData("/v1/\uff0e\uff0e/x", "it contains the character U+FF0E")]
    [InlineData("/v1/\u202ex", "it contains the character U+202E")]
    [InlineData("/v1/<x>", "it contains the character '<'")]
    [InlineData("/v1/x\"", "it contains the character '\"'")]
    [InlineData("v1/x", "it must start with a slash")]
    [InlineData("https://evil.example/x", "it must start with a slash")]
    [InlineData("\\v1\\x", "it must start with a slash")]
    [InlineData(" /v1/x", "it must start with a slash")]
    [InlineData("", "it must start with a slash")]
    public void A_path_that_could_lead_to_another_host_is_ignored_with_its_location(string path, string reason)
    {
        var harness = new GeneratorHarness(MakeSlice(path));

        GeneratorRunResult result = harness.Run();

        Diagnostic diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal(("LAT0013", 4, 3), Location(diagnostic));
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.Contains(reason, diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.DoesNotContain(diagnostic.GetMessage(), char.IsControl);
        Assert.Single(GetRoutes(result), "/v1/widgets");
        Assert.Empty(harness.Compile());
    }

    [Theory]
    [InlineData("/v1/widgets/{widget}/widgets")]
    [InlineData("/v1/{widget}/widgets")]
    [InlineData("/{widget}/widgets")]
    [InlineData("/{a:b}/widgets")]
    [InlineData("/v2/core.widgets/widgets")]
    [InlineData("/v1/..a/b../a..b/.../.well-known/widgets")]
    [InlineData("/v1/a-b_c~d/widgets")]
    [InlineData("/v1/a:b@c!$&'()*+,;=/widgets")]
    public void A_path_that_stays_where_it_is_put_is_generated(string path)
    {
        var harness = new GeneratorHarness(MakeSlice(path));

        Assert.Empty(harness.Run().Diagnostics);
        Assert.Contains(path, GetRoutes(harness.Run()));
        Assert.Empty(harness.Compile());
        string sent = path.Replace("{widget}", "id", StringComparison.Ordinal).Replace("{a:b}", "id", StringComparison.Ordinal);
        Assert.Equal("https://api.stripe.com" + sent, new Uri(new Uri("https://api.stripe.com/"), sent[1..]).AbsoluteUri);
    }

    [Fact]
    public void A_path_is_left_out_whatever_its_method_and_each_is_reported()
    {
        string slice = MakeSlice("/v1/../x")
            .Replace("\"post\": { \"x-lattice-name\"", "\"get\": { \"x-lattice-name\"", StringComparison.Ordinal)
            .Replace("\"/v1/widgets\"", "\"/v1/?\"", StringComparison.Ordinal);

        GeneratorRunResult result = new GeneratorHarness(slice).Run();

        Assert.Equal([("LAT0013", 4, 3), ("LAT0013", 7, 3)], result.Diagnostics.Select(Location));
        Assert.Empty(GetRoutes(result));
    }

    [Fact]
    public void An_extension_of_the_paths_is_not_a_path() => Assert.Empty(new GeneratorHarness(
        MakeSlice("/v1/widgets/{widget}/widgets")
            .Replace("\"paths\": {", "\"paths\": { \"x-note\": \"a b\",", StringComparison.Ordinal)).Run().Diagnostics);

    private static string MakeSlice(string path) => $$"""
        { "openapi": "3.0.0", "info": { "title": "Stripe API", "version": "1" },
          "components": { "schemas": { "widget": { "type": "object", "x-resourceId": "widget", "properties": { "id": { "type": "string" } } } } },
          "paths": {
          {{JsonSerializer.Serialize(path)}}: { "post": { "x-lattice-name": "CreateFirst", "x-lattice-operation": "create",
            "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/widget" } } } } }
          } },
          "/v1/widgets": { "post": {
            "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/widget" } } } } }
          } } } }
        """;

    private static IEnumerable<string> GetRoutes(GeneratorRunResult result) => result.GeneratedSources
        .SelectMany(source => source.SourceText.ToString().Split('\n'))
        .Select(line => line.Trim())
        .Where(line => line.StartsWith("\"/", StringComparison.Ordinal) && line.EndsWith("\",", StringComparison.Ordinal))
        .Select(line => line[1..^2]);
}
