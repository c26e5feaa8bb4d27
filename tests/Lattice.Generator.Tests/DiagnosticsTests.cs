using System.Collections.Immutable;
using Lattice.Generator.Tests.Support;
using Lattice.Tests;
using Microsoft.CodeAnalysis;
using static Lattice.Generator.Tests.Support.SliceEdits;

namespace Lattice.Generator.Tests;

/// <summary>A wrong slice gives a message at its place, and the rest of it is generated all the same.</summary>
public class DiagnosticsTests
{
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
    [InlineData("LAT0002", "{ \"openapi\": \"3.0.0\", \"info\": { \"title\": \"t\", \"version\": \"1\" },\n  \"paths\": {\n    \"/v1/x\": 5 } }", 3, 5)]
    [InlineData("LAT0007", "{ \"openapi\": \"3.0.0\",\n  \"info\": { \"title\": \"t\" }, \"paths\": {} }", 2, 3)]
    public void A_broken_document_is_reported_at_its_place(string id, string slice, int line, int column)
    {
        Diagnostic diagnostic = Assert.Single(new GeneratorHarness(slice).Run().Diagnostics);

        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.Equal((id, line, column), Location(diagnostic));
        Assert.Equal("/project/openapi/stripe.json", diagnostic.Location.GetLineSpan().Path);
    }

    [Theory]
    [InlineData("LAT0003", "\"$ref\": \"#/components/schemas/part\"", "\"$ref\": \"#/components/schemas/nothing\"", "'#/components/schemas/nothing'")]
    [InlineData("LAT0003", "\"$ref\": \"#/components/schemas/widget\"", "\"$ref\": \"#/components/schemas/nothing\"", "'#/components/schemas/nothing'")]
    [InlineData("LAT0004", "\"type\": \"integer\"", "\"oneOf\": [ { \"type\": \"string\" }, { \"type\": \"integer\" } ]", "/v1/widgets.count")]
    [InlineData("LAT0004", "\"type\": \"integer\"", "\"type\": \"string\", \"format\": \"binary\"", "/v1/widgets.count")]
    [InlineData("LAT0004", "\"type\": \"integer\"", "\"type\": \"string\", \"format\": \"date-time\"", "/v1/widgets.count")]
    [InlineData("LAT0004", "\"type\": \"integer\"", "\"type\": \"array\", \"items\": { \"type\": \"string\", \"x-lattice-sensitive\": true }", "/v1/widgets.count")]
    [InlineData("LAT0004", "\"type\": \"integer\"", "\"type\": \"object\", \"additionalProperties\": { \"type\": \"string\", \"x-lattice-sensitive\": true }", "/v1/widgets.count")]
    [InlineData("LAT0004", "\"type\": \"integer\"", "\"anyOf\": [ { \"type\": \"integer\" }, { \"type\": \"array\", \"items\": { \"type\": \"string\" } } ]", "/v1/widgets.count")]
    [InlineData("LAT0004", "\"size\": { \"type\": \"integer\"", "\"size\": { \"type\": \"string\", \"format\": \"binary\"", "part.size")]
    [InlineData("LAT0004", "\"size\": { \"type\": \"integer\"", "\"size\": { \"anyOf\": [ { \"type\": \"string\" }, { \"type\": \"integer\" } ]", "part.size")]
    [InlineData("LAT0004", "\"type\": \"integer\"", "\"type\": \"integer\", \"x-lattice-sensitive\": true", "x-lattice-sensitive")]
    [InlineData("LAT0004", "\"size\": { \"type\": \"integer\"", "\"size\": { \"type\": \"object\", \"x-lattice-sensitive\": true", "x-lattice-sensitive")]
    [InlineData("LAT0004", "\"type\": \"integer\"", "\"type\": \"integer\", \"x-lattice-name\": \"not a name\"", "'not a name'")]
    [InlineData("LAT0004", "\"type\": \"integer\"", "\"type\": \"integer\", \"x-lattice-name\": \"class\"", "'class'")]
    [InlineData("LAT0004", "\"x-resourceId\": \"widget\"", "\"x-resourceId\": \"widget\", \"x-lattice-name\": \"\"", "''")]
    [InlineData("LAT0006", "\"count\":", "\"na-me\": { \"type\": \"string\" }, \"na_me\":", "NaMe")]
    [InlineData("LAT0006", "\"x-resourceId\": \"gadget\"", "\"x-resourceId\": \"widget\"", "Lattice.Stripe.Widget")]
    public void A_broken_part_is_reported_and_the_rest_is_generated(string id, string good, string bad, string mentions)
    {
        Assert.Contains(good, TwoResources, StringComparison.Ordinal);
        var harness = new GeneratorHarness(Replace(TwoResources, good, bad));

        GeneratorRunResult result = harness.Run();

        Diagnostic diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal(id, diagnostic.Id);
        Assert.Contains(mentions, diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.True(diagnostic.Location.GetLineSpan().StartLinePosition.Line > 0);
        Assert.Contains(result.GeneratedSources, source => source.SourceText.ToString().Contains("/v1/gadgets", StringComparison.Ordinal));
        Assert.Empty(harness.Compile());
    }

    [Fact]
    public void A_value_that_is_no_schema_is_reported_at_its_place()
    {
        string slice = Replace(TwoResources, "{ \"type\": \"integer\" }", "5");

        GeneratorRunResult result = new GeneratorHarness(slice).Run();

        Assert.Equal(("LAT0002", 9, 11), Location(Assert.Single(result.Diagnostics)));
        Assert.Contains(result.GeneratedSources, source => source.HintName == "Lattice.Stripe.WidgetCreateKind.g.cs");
    }

    [Fact]
    public void A_key_that_is_there_twice_is_reported()
    {
        string slice = Replace(TwoResources, "\"count\":", "\"kind\": { \"type\": \"integer\" }, \"count\":");

        Diagnostic diagnostic = Assert.Single(new GeneratorHarness(slice).Run().Diagnostics);

        Assert.Equal(("LAT0001", 10, 11), Location(diagnostic));
        Assert.Contains("an object contains the key \"kind\" twice", diagnostic.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_create_without_a_json_answer_is_reported()
    {
        string slice = Replace(TwoResources, "\"application/json\": { \"schema\": { \"$ref\": \"#/components/schemas/gadget\" } }", "\"text/plain\": {}");

        GeneratorRunResult result = new GeneratorHarness(slice).Run();

        Diagnostic diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal(("LAT0008", 15, 22), Location(diagnostic));
        Assert.Contains("POST /v1/gadgets", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Contains(result.GeneratedSources, source => source.HintName == "Lattice.Stripe.Widget.g.cs");
    }

    [Fact]
    public void A_reference_to_nothing_is_reported_at_the_line_that_makes_it()
    {
        string slice = Replace(TwoResources, "\"$ref\": \"#/components/schemas/part\"", "\"$ref\": \"#/components/schemas/nothing\"");
        int index = slice.IndexOf("\"$ref\": \"#/components/schemas/nothing\"", StringComparison.Ordinal);
        int line = slice[..index].Count(c => c == '\n') + 1;
        int column = index - slice.LastIndexOf('\n', index);

        Assert.Equal(("LAT0003", line, column), Location(Assert.Single(new GeneratorHarness(slice).Run().Diagnostics)));
    }

    [Theory]
    [InlineData("get")]
    [InlineData("delete")]
    public void Another_method_than_POST_is_told(string method)
    {
        GeneratorRunResult result = new GeneratorHarness(Replace(TwoResources, "\"/v1/gadgets\": { \"post\"", $"\"/v1/gadgets\": {{ \"{method}\"")).Run();

        Diagnostic diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal(("LAT0005", 15, 22), Location(diagnostic));
        Assert.Contains($"{method.ToUpperInvariant()} /v1/gadgets is not generated", diagnostic.GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v1/widgets/{widget}", "update")]
    [InlineData("/v1/widgets/{widget}/cancel", "action")]
    public void A_post_that_is_no_create_is_told(string path, string kind)
    {
        GeneratorRunResult result = new GeneratorHarness(Replace(TwoResources, "\"/v1/widgets\"", $"\"{path}\"")).Run();

        Diagnostic diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal("LAT0005", diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity);
        Assert.Contains($"POST {path} is not generated", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Contains(kind, diagnostic.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_slice_may_overrule_what_the_path_says()
    {
        string slice = Replace(TwoResources, "\"/v1/widgets\": { \"post\": {", "\"/v1/widgets/{widget}/cancel\": { \"post\": { \"x-lattice-operation\": \"create\",");

        GeneratorRunResult result = new GeneratorHarness(slice).Run();

        Assert.Empty(result.Diagnostics);
        Assert.Contains(result.GeneratedSources, source => source.SourceText.ToString().Contains("CreateForWidgetViaCancelAsync", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ \"anyOf\": [ { \"type\": \"string\" }, { \"type\": \"string\", \"enum\": [ \"\" ] } ] }")]
    [InlineData("{ \"anyOf\": [ { \"type\": \"string\" }, { \"type\": \"integer\" } ] }")]
    [InlineData("{ \"type\": \"string\", \"format\": \"binary\" }")]
    public void What_JSON_has_no_form_for_is_reported(string schema)
    {
        string slice = Replace(Replace(TwoResources, "application/x-www-form-urlencoded", "application/json"), "{ \"type\": \"integer\" }", schema);
        var harness = new GeneratorHarness(slice);

        Assert.Equal("LAT0004", Assert.Single(harness.Run().Diagnostics).Id);
        Assert.Empty(harness.Compile());
    }

    [Fact]
    public void A_name_in_the_slice_solves_a_collision()
    {
        string slice = Replace(TwoResources, "\"count\":", "\"na-me\": { \"type\": \"string\", \"x-lattice-name\": \"OtherName\" }, \"na_me\":");

        var harness = new GeneratorHarness(slice);

        Assert.Empty(harness.Run().Diagnostics);
        Assert.Empty(harness.Compile("class Usage { object Params => new Lattice.Stripe.WidgetCreateParams { OtherName = \"a\", NaMe = 1 }; }"));
    }

    [Fact]
    public void A_second_slice_is_reported_and_the_first_is_generated()
    {
        ImmutableArray<AdditionalText> files = [new TestFile("/project/b.json", TwoResources), new TestFile("/project/a.json", TwoResources)];

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
    public void A_namespace_that_a_referenced_slice_has_is_reported(string theirs, string own, bool isReserved)
    {
        MetadataReference reference = new GeneratorHarness(TwoResources, theirs).ToReference();

        GeneratorRunResult result = new GeneratorHarness(TwoResources, own).WithReference(reference).Run();

        Assert.Equal(isReserved ? ["LAT0010"] : [], result.Diagnostics.Select(diagnostic => diagnostic.Id));
        Assert.All(result.Diagnostics, diagnostic => Assert.Contains(own, diagnostic.GetMessage(), StringComparison.Ordinal));
        Assert.Equal(isReserved, result.GeneratedSources.IsEmpty);
    }

    [Fact]
    public void Code_that_uses_a_namespace_that_a_referenced_slice_has_gives_no_further_warning()
    {
        MetadataReference reference = new GeneratorHarness(TwoResources).ToReference();

        IReadOnlyList<string> others = new GeneratorHarness(TwoResources).WithReference(reference).Compile(
            "class Usage { object Parameters => new Lattice.Stripe.WidgetCreateParams(); }");

        Assert.Empty(others);
    }

    [Fact]
    public void A_file_that_is_no_slice_is_left_alone()
    {
        GeneratorRunResult result = new GeneratorHarness([new TestFile("/project/notes.txt", "not json")]).Run();

        Assert.Empty(result.Diagnostics);
        Assert.Empty(result.GeneratedSources);
    }

    [Fact]
    public void Every_diagnostic_is_explained()
    {
        string explained = File.ReadAllText(Path.Combine(Repository.Root, "generator", "diagnostics.md"));

        Assert.All(Pipeline.DiagnosticDescriptors.ById.Values, descriptor =>
        {
            Assert.Contains($"## {descriptor.Id}\n", explained, StringComparison.Ordinal);
            Assert.Contains(descriptor.Title.ToString(System.Globalization.CultureInfo.InvariantCulture), explained, StringComparison.Ordinal);
        });
    }
}
