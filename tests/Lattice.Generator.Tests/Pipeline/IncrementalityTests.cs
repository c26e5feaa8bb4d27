using System.Collections;
using System.Reflection;
using System.Text.Json.Nodes;
using Lattice.Generator.Pipeline;
using Lattice.Generator.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Lattice.Generator.Tests.Pipeline;

/// <summary>The stages that an edit runs again, according to the driver's tracked steps.</summary>
public class IncrementalityTests
{
    private static readonly string[] s_stages =
    [
        TrackingNames.SpecFiles, TrackingNames.Model, TrackingNames.Buckets, TrackingNames.Types,
    ];

    public static TheoryData<string> Slices => [.. ShapeFolders.Names.Select(ShapeFolders.ReadSlice), TwelveOperations.Slice];

    [Theory]
    [MemberData(nameof(Slices))]
    public void An_unrelated_edit_runs_nothing_again(string slice)
    {
        var harness = new GeneratorHarness(slice);
        harness.Run();
        harness.EditConsumer("class Consumer { public int Edited; }");

        GeneratorRunResult result = harness.Run();

        Assert.All(s_stages, stage => Assert.All(Reasons(result, stage), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason)));
        Assert.All(OutputReasons(result), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Theory]
    [MemberData(nameof(Slices))]
    public void The_same_bytes_run_no_stage_after_the_first_again(string slice)
    {
        var harness = new GeneratorHarness(slice);
        harness.Run();
        harness.EditSlice(slice);

        GeneratorRunResult result = harness.Run();

        Assert.Equal(IncrementalStepRunReason.Unchanged, Assert.Single(Reasons(result, TrackingNames.SpecFiles)));
        Assert.All(
            s_stages[1..], stage => Assert.All(Reasons(result, stage), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason)));
        Assert.All(OutputReasons(result), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Theory]
    [InlineData("an edit of a text", "\"The first.\"", "\"The first, edited.\"")]
    [InlineData(
        "an added type",
        "\"other\": { \"type\": \"string\" }",
        "\"more\": { \"type\": \"object\", \"properties\": { \"size\": { \"type\": \"integer\" } } }")]
    public void An_edit_of_one_operation_writes_only_its_own_files(string edit, string from, string to)
    {
        var harness = new GeneratorHarness(TwoOperations);
        harness.Run();
        Assert.Contains(from, TwoOperations, StringComparison.Ordinal);
        harness.EditSlice(TwoOperations.Replace(from, to, StringComparison.Ordinal));

        GeneratorRunResult result = harness.Run();

        List<string> written = Written(result);
        Assert.True(written.Count > 0, edit);
        Assert.All(written, name => Assert.StartsWith("First", name, StringComparison.Ordinal));
        Assert.Equal(written.Count, OutputReasons(result).Count(IsWritten));
    }

    [Theory]
    [InlineData(
        "\"/v1/firsts\": {",
        "\"/v1/aardvarks\": { \"post\": { \"responses\": { \"200\": { \"description\": \"\", \"content\": { \"application/json\": { \"schema\": { \"$ref\": \"#/components/schemas/aardvark\" } } } } } } }, \"/v1/firsts\": {",
        "Aardvark")]
    [InlineData(
        "\"/v1/firsts\": {",
        "\"/v1/accounts/{account}/firsts\": { \"post\": { \"responses\": { \"200\": { \"description\": \"\", \"content\": { \"application/json\": { \"schema\": { \"$ref\": \"#/components/schemas/first\" } } } } } } }, \"/v1/firsts\": {",
        "First")]
    [InlineData(
        "\"x-resourceId\": \"first\", \"properties\": {",
        "\"x-resourceId\": \"first\", \"properties\": { \"animal\": { \"$ref\": \"#/components/schemas/aardvark\" },",
        "Aardvark,First")]
    public void An_added_or_removed_type_writes_no_other_files(string from, string to, string changed)
    {
        Assert.Contains(from, TwoOperations, StringComparison.Ordinal);
        string more = TwoOperations.Replace(from, to, StringComparison.Ordinal);
        var harness = new GeneratorHarness(TwoOperations);
        harness.Run();

        harness.EditSlice(more);
        Assert.Equal(changed, string.Join(',', Written(harness.Run()).Order(StringComparer.Ordinal)));
        harness.EditSlice(TwoOperations);
        Assert.Equal(changed, string.Join(',', Written(harness.Run()).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Slices))]
    public void The_models_contain_only_plain_values(string slice)
    {
        GeneratorRunResult result = new GeneratorHarness(slice).Run();

        foreach (string stage in s_stages[1..])
        {
            foreach (object model in result.TrackedSteps[stage].SelectMany(step => step.Outputs).Select(output => output.Value))
            {
                AssertPlain(model, model.GetType().Name);
            }
        }
    }

    [Specs.Fact]
    public void With_the_full_specification_an_unrelated_edit_runs_nothing_again() =>
        An_unrelated_edit_runs_nothing_again(File.ReadAllText(Specs.Full));

    [Specs.Fact]
    public void With_the_full_specification_an_edit_of_one_operation_writes_only_its_own_files()
    {
        string full = File.ReadAllText(Specs.Full);
        JsonNode edited = JsonNode.Parse(full)!;
        JsonNode operation = edited["paths"]!["/v1/payment_intents"]!["post"]!;
        operation["description"] = "Edited.";
        JsonNode body = operation["requestBody"]!["content"]!["application/x-www-form-urlencoded"]!["schema"]!;
        body["properties"]!["amount"]!["description"] = "Edited.";
        var harness = new GeneratorHarness(full);
        harness.Run();
        harness.EditSlice(edited.ToJsonString());

        GeneratorRunResult result = harness.Run();

        Assert.Equal(["PaymentIntent", "PaymentIntentCreateParams"], Written(result).Order(StringComparer.Ordinal));
    }

    [Specs.Fact]
    public void With_the_full_specification_an_added_operation_writes_few_files_of_others()
    {
        // Its response has many schemas that no other response has.
        const string Added = "/v1/checkout/sessions";
        string full = File.ReadAllText(Specs.Full);
        JsonNode without = JsonNode.Parse(full)!;
        Assert.True(without["paths"]!.AsObject().Remove(Added));
        var harness = new GeneratorHarness(without.ToJsonString());
        HashSet<string> before = [.. harness.Run().GeneratedSources.Select(source => source.HintName)];
        harness.EditSlice(full);

        GeneratorRunResult result = harness.Run();

        int own = result.GeneratedSources.Count(source => !before.Contains(source.HintName));
        Assert.True(own > 50, $"{own} are its own");
        Assert.InRange(Written(result).Count, own, own * 1.2);
    }

    private const string TwoOperations = """
        {
          "openapi": "3.0.0", "info": { "title": "Stripe API", "version": "1" },
          "paths": {
            "/v1/firsts": { "post": {
              "requestBody": { "content": { "application/x-www-form-urlencoded": { "schema": { "type": "object", "properties": {
                "name": { "type": "string", "description": "The first." }, "other": { "type": "string" } } } } } },
              "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/first" } } } } } } },
            "/v1/seconds": { "post": {
              "requestBody": { "content": { "application/x-www-form-urlencoded": { "schema": { "type": "object", "properties": {
                "name": { "type": "string", "description": "The second." }, "kind": { "type": "string", "enum": ["a"] } } } } } },
              "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/second" } } } } } } }
          },
          "components": { "schemas": {
            "aardvark": { "type": "object", "x-resourceId": "aardvark", "properties": { "id": { "type": "string" } } },
            "first": { "type": "object", "x-resourceId": "first", "properties": { "id": { "type": "string" } } },
            "second": { "type": "object", "x-resourceId": "second", "properties": { "id": { "type": "string" } } } } }
        }
        """;

    /// <summary>The first types of the files that were written again.</summary>
    private static List<string> Written(GeneratorRunResult result) =>
        [.. result.TrackedSteps[TrackingNames.Types].SelectMany(step => step.Outputs)
            .Where(output => IsWritten(output.Reason))
            .Select(output => ((Lattice.Spec.Model.TypeGroup)output.Value).Types[0].Type.Name)];

    private static bool IsWritten(IncrementalStepRunReason reason) =>
        reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged);

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRunResult result, string stage) =>
        result.TrackedSteps[stage].SelectMany(step => step.Outputs).Select(output => output.Reason);

    private static IEnumerable<IncrementalStepRunReason> OutputReasons(GeneratorRunResult result) =>
        result.TrackedOutputSteps.SelectMany(entry => entry.Value).SelectMany(step => step.Outputs).Select(output => output.Reason);

    private static void AssertPlain(object? value, string path)
    {
        if (value is null or string or bool or int or Enum)
        {
            return;
        }

        Type type = value.GetType();
        Assert.True(type.Assembly == typeof(StripeGenerator).Assembly, $"{path} is a {type}");
        if (value is IEnumerable items)
        {
            Assert.StartsWith("EquatableArray", type.Name, StringComparison.Ordinal);
            foreach (object? item in items)
            {
                AssertPlain(item, path + "[]");
            }

            return;
        }

        foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public))
        {
            AssertPlain(field.GetValue(value), $"{path}.{field.Name}");
        }
    }
}
