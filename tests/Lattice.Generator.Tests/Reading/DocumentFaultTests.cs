using Lattice.Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using static Lattice.Generator.Tests.Support.SliceEdits;

namespace Lattice.Generator.Tests.Reading;

/// <summary>An error in a document is reported at its line and column, and affects only the part that contains it.</summary>
public class DocumentFaultTests
{
    private const string Count = "\"count\": { \"type\": \"integer\"";
    private const string Operation = "\"/v1/gadgets\": { \"post\": {";

    [Theory]
    // Keywords that do not exist
    [InlineData(Count, "\"nullabel\": true", "\"nullabel\" is not a keyword of a schema object; did you mean \"nullable\"?")]
    [InlineData(Count, "\"maxlength\": 5", "did you mean \"maxLength\"?")]
    [InlineData(Count, "\"required_\": []", "did you mean \"required\"?")]
    [InlineData(Operation, "\"requestbody\": {}", "\"requestbody\" is not a keyword of an operation object; did you mean \"requestBody\"?")]
    [InlineData("\"info\": {", "\"verzion\": \"1\"", "\"verzion\" is not a keyword of an info object; did you mean \"version\"?")]
    [InlineData("\"components\": {", "\"schema\": {}", "\"schema\" is not a keyword of a components object; did you mean \"schemas\"?")]
    [InlineData("{\n  \"openapi\": \"3.0.0\"", "\"path\": {}", "\"path\" is not a keyword of an OpenAPI document; did you mean \"paths\"?")]
    [InlineData(Count, "\"somethingElse\": 1", "\"somethingElse\" is not a keyword of a schema object")]
    // Values of a wrong type
    [InlineData(Count, "\"maxLength\": 1e5", "\"maxLength\" must be a nonnegative integer written in digits, not the number 1e5")]
    [InlineData(Count, "\"maxLength\": \"5\"", "\"maxLength\" must be a nonnegative integer written in digits")]
    [InlineData(Count, "\"maxLength\": -1", "\"maxLength\" must be a nonnegative integer written in digits")]
    [InlineData(Count, "\"maxLength\": 99999999999", "\"maxLength\" must be a nonnegative integer written in digits")]
    [InlineData(Count, "\"deprecated\": \"yes\"", "\"deprecated\" must be true or false, not \"yes\"")]
    [InlineData(Count, "\"nullable\": 1", "\"nullable\" must be true or false, not the number 1")]
    [InlineData(Count, "\"description\": null", "\"description\" must be a string, not null")]
    [InlineData(Count, "\"format\": []", "\"format\" must be a string, not an array")]
    [InlineData(Count, "\"enum\": {}", "\"enum\" must be an array, not an object")]
    [InlineData(Count, "\"required\": \"a\"", "\"required\" must be an array")]
    [InlineData(
        Count,
        "\"additionalProperties\": \"string\"",
        "\"additionalProperties\" must be a schema object, true, or false, not \"string\"")]
    [InlineData(Count, "\"items\": true", "\"items\" must be a schema object, not a Boolean")]
    [InlineData(Count, "\"properties\": []", "\"properties\" must be an object, not an array")]
    [InlineData(Count, "\"anyOf\": {}", "\"anyOf\" must be an array, not an object")]
    [InlineData(Count, "\"$ref\": 5", "\"$ref\" must be a string, not the number 5")]
    [InlineData(Operation, "\"deprecated\": \"true\"", "\"deprecated\" must be true or false")]
    [InlineData(Operation, "\"parameters\": {}", "\"parameters\" must be an array")]
    [InlineData(Operation, "\"servers\": \"https://files.stripe.com/\"", "\"servers\" must be an array")]
    [InlineData(Operation, "\"requestBody\": []", "\"requestBody\" must be a request body object, not an array")]
    [InlineData("\"info\": {", "\"description\": 5", "\"description\" must be a string")]
    // Extensions of ours
    [InlineData(
        Count,
        "\"x-lattice-sensitve\": true",
        "\"x-lattice-sensitve\" is not an extension of a schema object; did you mean \"x-lattice-sensitive\"?",
        "LAT0016")]
    [InlineData(Count, "\"x-lattice-sensitive\": \"true\"", "\"x-lattice-sensitive\" must be true or false, not \"true\"", "LAT0016")]
    [InlineData(Count, "\"x-lattice-sensitive\": 1", "\"x-lattice-sensitive\" must be true or false", "LAT0016")]
    [InlineData(Count, "\"x-lattice-name\": true", "\"x-lattice-name\" must be a string", "LAT0016")]
    [InlineData(Count, "\"x-lattice-replaced-by\": []", "\"x-lattice-replaced-by\" must be a string", "LAT0016")]
    [InlineData(
        Count,
        "\"x-lattice-replaced-by\": \"size\"",
        "\"x-lattice-replaced-by\" has no effect without \"deprecated\": true",
        "LAT0016")]
    [InlineData(
        Operation,
        "\"x-lattice-replaced-by\": \"Part.CreateAsync\", \"deprecated\": false",
        "has no effect without \"deprecated\": true",
        "LAT0016")]
    [InlineData(
        "\"part\": { \"$ref\": \"#/components/schemas/part\"",
        "\"x-lattice-replaced-by\": \"size\", \"deprecated\": true",
        "has no effect next to a $ref",
        "LAT0016")]
    [InlineData(Count, "\"x-lattice-exclusive\": true", "\"x-lattice-exclusive\" must be an array, not a Boolean", "LAT0016")]
    [InlineData(Count, "\"x-lattice-deprecated-values\": []", "\"x-lattice-deprecated-values\" must be an object, not an array", "LAT0016")]
    [InlineData(Count, "\"x-lattice-operation\": \"create\"", "\"x-lattice-operation\" is not an extension of a schema object", "LAT0016")]
    [InlineData(Count, "\"x-Lattice-Sensitive\": true", "did you mean \"x-lattice-sensitive\"?", "LAT0016")]
    [InlineData(Count, "\"x-lattice_sensitive\": true", "did you mean \"x-lattice-sensitive\"?", "LAT0016")]
    [InlineData(Count, "\"x-latticesensitive\": true", "did you mean \"x-lattice-sensitive\"?", "LAT0016")]
    [InlineData(Count, "\"x-lattice-\": 1", "\"x-lattice-\" is not an extension of a schema object", "LAT0016")]
    [InlineData(
        "\"part\": { \"$ref\": \"#/components/schemas/part\"",
        "\"x-lattice-sensitiv\": true",
        "did you mean \"x-lattice-sensitive\"?",
        "LAT0016")]
    [InlineData(
        Operation,
        "\"x-lattice-sensitive\": true",
        "\"x-lattice-sensitive\" is not an extension of an operation object",
        "LAT0016")]
    [InlineData("\"info\": {", "\"x-lattice-name\": \"Shop\"", "\"x-lattice-name\" is not an extension of an info object", "LAT0016")]
    // Keywords of OpenAPI 3.1 that types cannot say
    [InlineData(Count, "\"if\": {}", "\"if\" is not supported, because it has no equivalent in OpenAPI 3.0", "LAT0004")]
    [InlineData(Count, "\"patternProperties\": {}", "\"patternProperties\" is not supported, because it has no equivalent", "LAT0004")]
    [InlineData(
        "{\n  \"openapi\": \"3.0.0\"",
        "\"webhooks\": {}",
        "\"webhooks\" is not supported, because it has no equivalent",
        "LAT0004")]
    public void An_error_is_reported_at_its_location_and_the_rest_is_generated(
        string element, string member, string message, string id = "LAT0002")
    {
        string slice = Insert(element, member, out int line, out int column);
        var harness = new GeneratorHarness(slice);

        GeneratorRunResult result = harness.Run();

        Diagnostic diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal((id, line, column), Location(diagnostic));
        Assert.Contains(message, diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.True(result.HasType("Lattice.Stripe.Gadget"));
        Assert.Contains(
            result.GeneratedSources, source => source.SourceText.ToString().Contains("public long? Count", StringComparison.Ordinal));
        Assert.Empty(harness.Compile());
    }

    [Theory]
    [InlineData("\"type\": \"intger\"", "\"type\" must be one of array, boolean, integer, null, number, object, string, not \"intger\"")]
    [InlineData("\"type\": [ \"integer\", \"nul\" ]", "\"type\" must be one of")]
    [InlineData("\"type\": 5", "\"type\" must be a string")]
    public void An_unknown_type_is_reported_at_its_location(string type, string message)
    {
        GeneratorRunResult result = new GeneratorHarness(Replace(TwoResources, "\"type\": \"integer\"", type)).Run();

        Assert.Contains(result.Diagnostics, diagnostic =>
            Location(diagnostic) is ("LAT0002", 9, >= 22) && diagnostic.GetMessage().Contains(message, StringComparison.Ordinal));
        Assert.True(result.HasType("Lattice.Stripe.Gadget"));
    }

    [Theory]
    [InlineData(
        "\"servers\": [ { \"url\": \"https://files.stripe.com/\", \"variables\": { \"a\": \"b\" } } ]",
        "\"a\"",
        "\"a\" must be a server variable object")]
    [InlineData("\"servers\": [ 5 ]", "5", "an item of \"servers\" must be a server object")]
    [InlineData("\"parameters\": [ null ]", "null", "an item of \"parameters\" must be a parameter object")]
    [InlineData("\"tags\": [ 1 ]", "1 ]", "an item of \"tags\" must be a string")]
    [InlineData("\"x\": 1, \"tags\": []", "\"x\"", "\"x\" is not a keyword of an operation object")]
    public void An_error_within_an_array_or_a_map_is_reported_there(string member, string location, string message)
    {
        string slice = Insert(Operation, member, out int line, out int column);

        Diagnostic diagnostic = Assert.Single(new GeneratorHarness(slice).Run().Diagnostics);

        Assert.Equal(("LAT0002", line, column + member.IndexOf(location, StringComparison.Ordinal)), Location(diagnostic));
        Assert.Contains(message, diagnostic.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_of_several_errors_is_reported_at_its_own_location()
    {
        string slice = Insert(Count, "\"nullabel\": true, \"deprecated\": \"yes\", \"maxLength\": 1e5", out int line, out int column);

        GeneratorRunResult result = new GeneratorHarness(slice).Run();

        Assert.Equal(
            [("LAT0002", line, column), ("LAT0002", line, column + 18), ("LAT0002", line, column + 39)],
            result.Diagnostics.Select(Location));
    }

    [Theory]
    [InlineData("[ \"a\", 1 ]", "1 ]", "must be a string, not the number 1")]
    [InlineData("[ \"a\", {} ]", "{}", "must be a string, not an object")]
    [InlineData("[ \"a\", true ]", "true", "must be a string, not a Boolean")]
    [InlineData("[ \"a\", [] ]", "[] ]", "must be a string, not an array")]
    public void An_enum_value_that_does_not_fit_its_type_is_reported_and_left_out(string values, string location, string message)
    {
        string slice = Replace(TwoResources, "\"enum\": [ \"a\" ]", $"\"enum\": {values}");
        var harness = new GeneratorHarness(slice);

        GeneratorRunResult result = harness.Run();

        Diagnostic diagnostic = Assert.Single(result.Diagnostics);
        int index = slice.IndexOf(values, StringComparison.Ordinal) + values.IndexOf(location, StringComparison.Ordinal);
        Assert.Equal(("LAT0002", 10, index - slice.LastIndexOf('\n', index)), Location(diagnostic));
        Assert.Contains(message, diagnostic.GetMessage(), StringComparison.Ordinal);
        string source = result.GetTypeText("Lattice.Stripe.WidgetCreateKind");
        Assert.Contains("public const string A = \"a\";", source, StringComparison.Ordinal);
        Assert.Equal(1, source.Split("const string").Length - 1);
        Assert.Empty(harness.Compile());
    }

    [Theory]
    [InlineData("nul\\nlabel\\u001b[31m", "\\u000alabel\\u001b[31m")]
    [InlineData("a\\u2028b\\u202ec", "a\\u2028b\\u202ec")]
    public void Text_of_a_document_stays_on_the_line_of_its_message(string name, string shown)
    {
        string message = Assert.Single(new GeneratorHarness(Insert(Count, $"\"{name}\": 1", out _, out _)).Run().Diagnostics).GetMessage();

        Assert.Contains(shown, message, StringComparison.Ordinal);
        Assert.DoesNotContain(message, c => char.IsControl(c) || c is '\u2028' or '\u202e');
    }

    [Fact]
    public void Text_of_a_document_is_truncated_in_messages() => Assert.InRange(
        Assert.Single(new GeneratorHarness(Insert(Count, $"\"{new string('a', 20_000)}\": 1", out _, out _)).Run().Diagnostics).GetMessage().Length,
        100,
        600);

    [Theory]
    [InlineData("array", "{ \"type\": \"array\", \"items\": ", 480)]
    [InlineData("map", "{ \"type\": \"object\", \"additionalProperties\": ", 480)]
    [InlineData("array", "{ \"type\": \"array\", \"items\": ", 9)]
    public void The_depth_of_nested_lists_and_maps_is_limited(string what, string open, int depth)
    {
        string nested = string.Concat(Enumerable.Repeat(open, depth)) + "{ \"type\": \"string\" }" + new string('}', depth);
        long before = GC.GetAllocatedBytesForCurrentThread();

        GeneratorRunResult result = new GeneratorHarness(Replace(TwoResources, "{ \"type\": \"integer\" }", nested)).Run();

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 50_000_000);
        Assert.True(Assert.Single(result.Diagnostics).Id == "LAT0004", what);
    }

    [Theory]
    [InlineData("3.0.0")]
    [InlineData("3.0.4")]
    [InlineData("3.1.0")]
    [InlineData("3.1.2")]
    public void Versions_3_0_and_3_1_of_OpenAPI_are_read(string version) =>
        Assert.Empty(new GeneratorHarness(Replace(TwoResources, "3.0.0", version)).Run().Diagnostics);

    [Theory]
    [InlineData("2.0")]
    [InlineData("3")]
    [InlineData("3.2.0")]
    [InlineData("4.0.0")]
    public void Other_versions_of_OpenAPI_are_rejected(string version)
    {
        GeneratorRunResult result = new GeneratorHarness(Replace(TwoResources, "3.0.0", version)).Run();

        Diagnostic diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal(("LAT0002", 2, 3), Location(diagnostic));
        Assert.Contains($"OpenAPI version \"{version}\" is not supported", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Empty(result.GeneratedSources);
    }

    /// <summary>Puts a member first into an element, and says where it is.</summary>
    private static string Insert(string element, string member, out int line, out int column)
    {
        bool isOpen = element.EndsWith('{');
        string slice = Replace(TwoResources, element, element + (isOpen ? " " : ", ") + member + (isOpen ? "," : ""));
        int index = slice.IndexOf(member, StringComparison.Ordinal);
        line = slice.AsSpan(0, index).Count('\n') + 1;
        column = index - slice.LastIndexOf('\n', index);
        return slice;
    }
}
