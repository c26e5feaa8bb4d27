using System.Collections.Immutable;
using Lattice.Generator.Pipeline;
using Lattice.Generator.Tests.Support;
using Lattice.Spec.Reading;
using Microsoft.CodeAnalysis;
using static Lattice.Generator.Tests.Support.SliceEdits;

namespace Lattice.Generator.Tests.Reading;

/// <summary>An error in a slice is reported at its location, and the rest of the slice is generated.</summary>
public class DiagnosticsTests
{
    // All that are declared, whether or not they are in the list of rules.
    private static readonly DiagnosticRule[] s_rules =
    [
        .. typeof(DiagnosticRules).GetFields().Select(field => field.GetValue(null)).OfType<DiagnosticRule>(),
    ];

    [Theory]
    [InlineData("LAT0001", "{\n  \"openapi\": \"3.0.0\",\n  nope\n}", 3, 3)]
    [InlineData("LAT0001", "{\n  \"openapi\": \"3.0.0\"", 2, 21)]
    [InlineData("LAT0001", "", 1, 1)]
    [InlineData("LAT0001", "{\n  \"openapi\": \"3.0.0\", \"openapi\": \"3.0.0\" }", 2, 23)]
    [InlineData("LAT0001", "{ \"openapi\": \"3.0.0\",\n  \"info\": { \"ä\": 1, \"title\": \"t\", \"title\": \"t\" } }", 2, 35)]
    [InlineData("LAT0001", "{\n  \"openapi\": \"3.0.\\ud800\" }", 2, 14)]
    [InlineData("LAT0001", "{ \"openapi\": \"3.0.0\",\n  \"na\\udc00me\": [] }", 2, 3)]
    [InlineData("LAT0001", "{ \"openapi\": \"3.0.0\",\n  \"x\": [ \"a\\ud83db\", 1 ] }", 2, 10)]
    [InlineData("LAT0002", "[]", 1, 1)]
    [InlineData("LAT0002", "null", 1, 1)]
    [InlineData("LAT0002", "\n  { \"swagger\": \"2.0\" }", 2, 3)]
    [InlineData(
        "LAT0002",
        "{ \"openapi\": \"3.0.0\", \"info\": { \"title\": \"t\", \"version\": \"1\" },\n  \"paths\": {\n    \"/v1/x\": 5 } }",
        3,
        5)]
    [InlineData("LAT0007", "{ \"openapi\": \"3.0.0\",\n  \"info\": { \"title\": \"t\" }, \"paths\": {} }", 2, 3)]
    public void An_invalid_document_is_reported_at_its_location(string id, string slice, int line, int column)
    {
        Diagnostic diagnostic = Assert.Single(new GeneratorHarness(slice).Run().Diagnostics);

        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.Equal((id, line, column), Location(diagnostic));
        Assert.Equal("/project/openapi/stripe.json", diagnostic.Location.GetLineSpan().Path);
    }

    [Theory]
    [InlineData(
        "LAT0003",
        "\"$ref\": \"#/components/schemas/part\"",
        "\"$ref\": \"#/components/schemas/nothing\"",
        "'#/components/schemas/nothing'")]
    [InlineData(
        "LAT0003",
        "\"$ref\": \"#/components/schemas/widget\"",
        "\"$ref\": \"#/components/schemas/nothing\"",
        "'#/components/schemas/nothing'")]
    [InlineData(
        "LAT0004",
        "\"type\": \"integer\"",
        "\"oneOf\": [ { \"type\": \"string\" }, { \"type\": \"integer\" } ]",
        "/v1/widgets.count")]
    [InlineData("LAT0004", "\"type\": \"integer\"", "\"type\": \"string\", \"format\": \"binary\"", "/v1/widgets.count")]
    [InlineData("LAT0004", "\"type\": \"integer\"", "\"type\": \"string\", \"format\": \"date-time\"", "/v1/widgets.count")]
    [InlineData(
        "LAT0004",
        "\"type\": \"integer\"",
        "\"type\": \"array\", \"items\": { \"type\": \"string\", \"x-lattice-sensitive\": true }",
        "/v1/widgets.count")]
    [InlineData(
        "LAT0004",
        "\"type\": \"integer\"",
        "\"type\": \"object\", \"additionalProperties\": { \"type\": \"string\", \"x-lattice-sensitive\": true }",
        "/v1/widgets.count")]
    [InlineData(
        "LAT0004",
        "\"type\": \"integer\"",
        "\"anyOf\": [ { \"type\": \"integer\" }, { \"type\": \"array\", \"items\": { \"type\": \"string\" } } ]",
        "/v1/widgets.count")]
    [InlineData("LAT0004", "\"size\": { \"type\": \"integer\"", "\"size\": { \"type\": \"string\", \"format\": \"binary\"", "part.size")]
    [InlineData(
        "LAT0004",
        "\"size\": { \"type\": \"integer\"",
        "\"size\": { \"anyOf\": [ { \"type\": \"string\" }, { \"type\": \"integer\" } ]",
        "part.size")]
    [InlineData("LAT0004", "\"type\": \"integer\"", "\"type\": \"integer\", \"x-lattice-sensitive\": true", "x-lattice-sensitive")]
    [InlineData(
        "LAT0004",
        "\"size\": { \"type\": \"integer\"",
        "\"size\": { \"type\": \"object\", \"x-lattice-sensitive\": true",
        "x-lattice-sensitive")]
    [InlineData("LAT0004", "\"type\": \"integer\"", "\"type\": \"integer\", \"x-lattice-name\": \"not a name\"", "'not a name'")]
    [InlineData("LAT0004", "\"type\": \"integer\"", "\"type\": \"integer\", \"x-lattice-name\": \"class\"", "'class'")]
    [InlineData("LAT0004", "\"x-resourceId\": \"widget\"", "\"x-resourceId\": \"widget\", \"x-lattice-name\": \"\"", "''")]
    [InlineData("LAT0006", "\"count\":", "\"na-me\": { \"type\": \"string\" }, \"na_me\":", "NaMe")]
    [InlineData("LAT0006", "\"x-resourceId\": \"gadget\"", "\"x-resourceId\": \"widget\"", "Lattice.Stripe.Widget")]
    public void An_invalid_part_is_reported_and_the_rest_is_generated(string id, string good, string bad, string mentions)
    {
        Assert.Contains(good, TwoResources, StringComparison.Ordinal);
        var harness = new GeneratorHarness(Replace(TwoResources, good, bad));

        GeneratorRunResult result = harness.Run();

        Diagnostic diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal(id, diagnostic.Id);
        Assert.Contains(mentions, diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.True(diagnostic.Location.GetLineSpan().StartLinePosition.Line > 0);
        Assert.Contains("/v1/gadgets", result.GetText(), StringComparison.Ordinal);
        Assert.Empty(harness.Compile());
    }

    [Fact]
    public void A_value_that_is_not_a_schema_is_reported_at_its_location()
    {
        string slice = Replace(TwoResources, "{ \"type\": \"integer\" }", "5");

        GeneratorRunResult result = new GeneratorHarness(slice).Run();

        Assert.Equal(("LAT0002", 9, 11), Location(Assert.Single(result.Diagnostics)));
        Assert.True(result.HasType("Lattice.Stripe.WidgetCreateKind"));
    }

    [Fact]
    public void A_duplicate_key_is_reported()
    {
        string slice = Replace(TwoResources, "\"count\":", "\"kind\": { \"type\": \"integer\" }, \"count\":");

        Diagnostic diagnostic = Assert.Single(new GeneratorHarness(slice).Run().Diagnostics);

        Assert.Equal(("LAT0001", 10, 11), Location(diagnostic));
        Assert.Contains("an object contains the key \"kind\" twice", diagnostic.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_create_operation_without_a_JSON_response_is_reported()
    {
        const string Json = "\"application/json\": { \"schema\": { \"$ref\": \"#/components/schemas/gadget\" } }";
        string slice = Replace(TwoResources, Json, "\"text/plain\": {}");

        GeneratorRunResult result = new GeneratorHarness(slice).Run();

        Diagnostic diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal(("LAT0008", 15, 22), Location(diagnostic));
        Assert.Contains("POST /v1/gadgets", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.True(result.HasType("Lattice.Stripe.Widget"));
    }

    [Fact]
    public void An_unresolved_reference_is_reported_at_its_line()
    {
        string slice = Replace(TwoResources, "\"$ref\": \"#/components/schemas/part\"", "\"$ref\": \"#/components/schemas/nothing\"");
        int index = slice.IndexOf("\"$ref\": \"#/components/schemas/nothing\"", StringComparison.Ordinal);
        int line = slice[..index].Count(c => c == '\n') + 1;
        int column = index - slice.LastIndexOf('\n', index);

        Assert.Equal(("LAT0003", line, column), Location(Assert.Single(new GeneratorHarness(slice).Run().Diagnostics)));
    }

    [Theory]
    [InlineData("/v1/widgets/{widget}", "update")]
    [InlineData("/v1/widgets/{widget}/cancel", "action")]
    public void A_POST_that_is_not_a_create_is_reported(string path, string kind)
    {
        GeneratorRunResult result = new GeneratorHarness(Replace(TwoResources, "\"/v1/widgets\"", $"\"{path}\"")).Run();

        Diagnostic diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal("LAT0005", diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity);
        Assert.Contains($"POST {path} is not generated", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Contains(kind, diagnostic.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_slice_can_override_the_classification_by_path()
    {
        string slice = Replace(
            TwoResources,
            "\"/v1/widgets\": { \"post\": {",
            "\"/v1/widgets/{widget}/cancel\": { \"post\": { \"x-lattice-operation\": \"create\",");

        GeneratorRunResult result = new GeneratorHarness(slice).Run();

        Assert.Empty(result.Diagnostics);
        Assert.Contains("CreateForWidgetViaCancelAsync", result.GetText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"anyOf\": [ { \"type\": \"string\" }, { \"type\": \"string\", \"enum\": [ \"\" ] } ] }")]
    [InlineData("{ \"anyOf\": [ { \"type\": \"string\" }, { \"type\": \"integer\" } ] }")]
    [InlineData("{ \"type\": \"string\", \"format\": \"binary\" }")]
    public void A_type_that_a_JSON_body_cannot_contain_is_reported(string schema)
    {
        string json = Replace(TwoResources, "application/x-www-form-urlencoded", "application/json");
        string slice = Replace(json, "{ \"type\": \"integer\" }", schema);
        var harness = new GeneratorHarness(slice);

        Assert.Equal("LAT0004", Assert.Single(harness.Run().Diagnostics).Id);
        Assert.Empty(harness.Compile());
    }

    [Fact]
    public void A_name_in_the_slice_resolves_a_collision()
    {
        string slice = Replace(
            TwoResources, "\"count\":", "\"na-me\": { \"type\": \"string\", \"x-lattice-name\": \"OtherName\" }, \"na_me\":");

        var harness = new GeneratorHarness(slice);

        Assert.Empty(harness.Run().Diagnostics);
        Assert.Empty(harness.Compile("""
            class Usage
            {
                object Parameters => new Lattice.Stripe.WidgetCreateParams { OtherName = "a", NaMe = 1 };
            }
            """));
    }

    [Fact]
    public void A_second_slice_is_reported_and_the_first_is_generated()
    {
        ImmutableArray<AdditionalText> files =
        [
            new TestFile("/project/b.json", TwoResources), new TestFile("/project/a.json", TwoResources),
        ];

        GeneratorRunResult result = new GeneratorHarness(files).Run();

        Diagnostic diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal("LAT0009", diagnostic.Id);
        Assert.Equal("/project/b.json", diagnostic.Location.GetLineSpan().Path);
        Assert.Contains("/project/a.json", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.NotEmpty(result.GeneratedSources);
    }

    [Theory]
    [InlineData("Lattice.Stripe", "Lattice.Stripe", true)]
    [InlineData("Lattice.Stripe", "Shop.Stripe", false)]
    [InlineData("Shop.Stripe", "Shop.Stripe", true)]
    public void A_namespace_of_a_referenced_slice_is_reported(string theirs, string own, bool isReserved)
    {
        MetadataReference reference = new GeneratorHarness(TwoResources, theirs).ToReference();

        GeneratorRunResult result = new GeneratorHarness(TwoResources, own).WithReference(reference).Run();

        Assert.Equal(isReserved ? ["LAT0010"] : [], result.Diagnostics.Select(diagnostic => diagnostic.Id));
        Assert.All(result.Diagnostics, diagnostic => Assert.Contains(own, diagnostic.GetMessage(), StringComparison.Ordinal));
        Assert.Equal(isReserved, result.GeneratedSources.IsEmpty);
    }

    [Fact]
    public void Code_that_uses_the_namespace_of_a_referenced_slice_causes_no_other_warning()
    {
        MetadataReference reference = new GeneratorHarness(TwoResources).ToReference();

        IReadOnlyList<string> others = new GeneratorHarness(TwoResources).WithReference(reference).Compile(
            "class Usage { object Parameters => new Lattice.Stripe.WidgetCreateParams(); }");

        Assert.Empty(others);
    }

    [Fact]
    public void A_file_that_is_not_a_slice_is_ignored()
    {
        GeneratorRunResult result = new GeneratorHarness([new TestFile("/project/notes.txt", "not json")]).Run();

        Assert.Empty(result.Diagnostics);
        Assert.Empty(result.GeneratedSources);
    }

    [Fact]
    public void Every_diagnostic_is_documented()
    {
        string documentation = File.ReadAllText(Path.Combine(Repository.Root, "generator", "diagnostics.md"));

        Assert.All(s_rules, rule =>
        {
            Assert.Contains($"## {rule.Id}\n", documentation, StringComparison.Ordinal);
            Assert.Contains(rule.Title, documentation, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Every_diagnostic_has_a_descriptor() =>
        Assert.Equal(s_rules.Select(rule => rule.Id).Order(), DiagnosticDescriptors.ById.Keys.Order());
}
