using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Lattice.Slice.Checking.Changes;
using Lattice.Slice.Checking.Comparing;
using Lattice.Slice.Configuration;
using Lattice.Slice.Generation;
using Lattice.Slice.Specifications;
using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests.Checking.Comparing;

public sealed class OperationComparisonTests
{
    private static readonly SliceConfiguration s_configuration = new() { Operations = ["POST /v1/widgets"] };
    private static readonly WidgetSpec s_widget = new() { Operation = """{ "operationId": "PostWidgets" }""" };

    [Fact]
    public void A_slice_has_no_changes_to_itself()
    {
        CheckReport report = WidgetSpec.Compare(s_widget, s_widget);

        Assert.Empty(report.Changes);
        Assert.Equal(CheckExitCode.Nothing, report.ExitCode);
    }

    [Theory]
    [InlineData("2026-09-30.endive", "2026-10-28.endive", "ApiVersionChanged", 1)]
    [InlineData("2026-10-28.endive", "2026-09-30.endive", "ApiReleaseChanged", 2)]
    [InlineData("2026-09-30.endive", "2027-03-31.fennel", "ApiReleaseChanged", 2)]
    [InlineData("2023-08-16", "2023-10-16", "ApiReleaseChanged", 2)]
    [InlineData("2026-09-30.preview", "2026-10-28.preview", "ApiReleaseChanged", 2)]
    public void Only_a_later_version_of_the_same_release_does_not_break(string old, string @new, string expected, int exitCode)
    {
        CheckReport report = WidgetSpec.Compare(s_widget with { Version = old }, s_widget with { Version = @new });

        Change change = Assert.Single(report.Changes);
        Assert.Equal((expected, "StripeApiVersion.Current"), (change.Rule.ToString(), change.Member));
        Assert.Equal((old, @new, new ChangeLocation(true, "/info/version")), (change.Old, change.New, change.Location));
        Assert.Equal(exitCode, (int)report.ExitCode);
    }

    [Fact]
    public void A_removed_operation_loses_its_method()
    {
        Change change = Assert.Single(WidgetSpec.Compare(s_widget, new WidgetSpec { Path = "/v1/widgets", Method = "get" }).Changes);

        Assert.Equal("operation-removed Widget.CreateAsync", WidgetSpec.Describe(change));
        Assert.Equal(new ChangeLocation(IsNewer: false, WidgetSpec.Post), change.Location);
    }

    [Theory]
    [InlineData("post", "/v1/things", "PostWidgets")]
    [InlineData("put", "/v1/widgets", "PutWidgets")]
    public void A_moved_operation_is_found(string method, string path, string id)
    {
        WidgetSpec @new = s_widget with { Method = method, Path = path, Operation = $$"""{ "operationId": "{{id}}" }""" };

        Change change = Assert.Single(WidgetSpec.Compare(s_widget, @new).Changes);

        Assert.Equal("operation-moved Widget.CreateAsync", WidgetSpec.Describe(change));
        Assert.Equal($"{method.ToUpperInvariant()} {path}", change.New);
        Assert.Equal(
            new ChangeLocation(IsNewer: true, $"/paths/{path.Replace("/", "~1", StringComparison.Ordinal)}/{method}"), change.Location);
    }

    [Fact]
    public void A_renamed_placeholder_moves_the_operation()
    {
        var old = new WidgetSpec { Path = "/v1/shops/{shop}/widgets" };

        Change change = Assert.Single(WidgetSpec.Compare(old, old with { Path = "/v1/shops/{id}/widgets" }).Changes);

        Assert.Equal("operation-moved Widget.CreateForShopAsync", WidgetSpec.Describe(change));
        Assert.Equal("POST /v1/shops/{id}/widgets", change.New);
    }

    [Fact]
    public void An_operation_whose_body_cannot_be_sent_is_no_longer_generated()
    {
        CheckReport report = WidgetSpec.Compare(s_widget, s_widget with { MediaType = "text/csv" });

        Assert.Equal(["no-longer-generated Widget.CreateAsync"], report.Changes.Select(WidgetSpec.Describe));
    }

    [Fact]
    public void An_operation_in_slice_json_that_stripe_json_lacks_is_an_addition()
    {
        const string Empty = """{ "openapi": "3.0.0", "info": { "title": "", "version": "2026-09-30.endive" }, "paths": {} }""";

        CheckReport report = WidgetSpec.Compare(Empty, s_widget.ToJson(), s_configuration);

        Assert.Equal(["operation-added Widget.CreateAsync"], report.Changes.Select(WidgetSpec.Describe));
        Assert.Equal(CheckExitCode.Additions, report.ExitCode);
    }

    [Fact]
    public void Operations_outside_the_slice_are_ignored()
    {
        JsonNode @new = JsonNode.Parse(s_widget.ToJson())!;
        @new["paths"]!["/v1/gadgets"] = @new["paths"]!["/v1/widgets"]!.DeepClone();

        Assert.Empty(WidgetSpec.Compare(s_widget.ToJson(), @new.ToJsonString(), s_configuration).Changes);
    }

    [Fact]
    public void An_annotation_of_a_removed_location_is_reported()
    {
        const string Location = WidgetSpec.Parameters + "/size";
        WidgetSpec @new = s_widget with { Body = """{ "name": { "type": "string" } }""" };
        SliceConfiguration configuration = s_configuration with
        {
            Descriptions = ImmutableSortedDictionary<string, string>.Empty.Add(Location, "How big it is."),
        };

        CheckReport report = WidgetSpec.Compare(s_widget.ToJson(), @new.ToJson(), configuration);

        Change change = Assert.Single(report.Changes, change => change.Rule == ChangeRules.ConfigurationOutdated);
        Assert.Equal((ChangeClass.BreakingSource, "slice.json", Location), (change.Class, change.Member, change.Location.Pointer));
        Assert.StartsWith($"`{Location}` under `descriptions` in slice.json no longer applies", change.Message);
    }

    [Fact]
    public void A_new_body_format_breaks_behavior()
    {
        Change change = Assert.Single(WidgetSpec.Compare(s_widget, s_widget with { MediaType = "application/json" }).Changes);

        Assert.Equal("body-format-changed Widget.CreateAsync", WidgetSpec.Describe(change));
        Assert.Equal(("Form", "Json"), (change.Old, change.New));
        Assert.Equal(ChangeClass.BreakingBehavior, change.Class);
    }

    [Theory]
    [InlineData("{}", """{ "size": { "type": "string" } }""", "()", "(WidgetCreateParams? parameters = null)")]
    [InlineData("""{ "size": { "type": "string" } }""", "{}", "(WidgetCreateParams? parameters = null)", "()")]
    public void A_body_that_is_added_or_removed_changes_the_method(string old, string @new, string oldParameters, string newParameters)
    {
        Change change = Assert.Single(WidgetSpec.Compare(s_widget with { Body = old }, s_widget with { Body = @new }).Changes);

        Assert.Equal("method-signature-changed Widget.CreateAsync", WidgetSpec.Describe(change));
        Assert.Equal((oldParameters, newParameters), (change.Old, change.New));
    }

    [Theory]
    [InlineData("""{ "x-lattice-name": "Make" }""", "method-renamed Widget.CreateAsync")]
    [InlineData("""{ "servers": [{ "url": "https://files.stripe.com/" }] }""", "server-changed Widget.CreateAsync")]
    [InlineData("""{ "deprecated": true }""", "operation-deprecated Widget.CreateAsync")]
    [InlineData("""{ "description": "Creates a widget." }""", "description-changed Widget.CreateAsync")]
    public void Members_of_an_operation_are_compared(string @new, string expected) =>
        Assert.Equal([expected], WidgetSpec.Compare(new WidgetSpec(), new WidgetSpec { Operation = @new }).Changes
            .Where(change => change.Member == "Widget.CreateAsync").Select(WidgetSpec.Describe));

    [Fact]
    public void An_operation_that_becomes_deprecated_breaks_source()
    {
        var deprecated = new WidgetSpec { Operation = """{ "deprecated": true }""" };

        CheckReport report = WidgetSpec.Compare(new WidgetSpec(), deprecated);

        Change change = Assert.Single(report.Changes);
        Assert.Equal(("operation-deprecated Widget.CreateAsync", ChangeClass.BreakingSource), (WidgetSpec.Describe(change), change.Class));
        Assert.Equal("Deprecated by Stripe.", change.New);
        Assert.Contains("CS0618", change.Message, StringComparison.Ordinal);
        Assert.Equal(new ChangeLocation(IsNewer: true, WidgetSpec.Post), change.Location);
        Assert.Equal(CheckExitCode.Breaking, report.ExitCode);
    }

    [Fact]
    public void A_deprecation_that_ends_does_not_break()
    {
        var deprecated = new WidgetSpec { Operation = """{ "deprecated": true }""" };

        Change change = Assert.Single(WidgetSpec.Compare(deprecated, new WidgetSpec()).Changes);

        Assert.Equal(
            ("operation-no-longer-deprecated Widget.CreateAsync", ChangeClass.Documentation),
            (WidgetSpec.Describe(change), change.Class));
    }

    [Fact]
    public void A_body_behind_a_reference_is_compared()
    {
        static string With(string type) => new WidgetSpec { Body = "{}" }.ToJson()
            .Replace("\"responses\"", """
                "requestBody": { "$ref": "#/components/requestBodies/widget" }, "responses"
                """, StringComparison.Ordinal)
            .Replace("\"components\":{", $$"""
                "components": { "requestBodies": { "widget": { "content": { "application/x-www-form-urlencoded": { "schema": {
                  "type": "object", "properties": { "size": { "type": "{{type}}" } } } } } } },
                """, StringComparison.Ordinal);
        Specification present = Specification.Parse(Encoding.UTF8.GetBytes(With("string")), "stripe.json");
        Specification newer = Specification.Parse(Encoding.UTF8.GetBytes(With("integer")), "newer.json");
        var log = new ChangeLog();

        SliceComparison.Compare(SliceModel.Read(present, default), SliceModel.Read(newer, default), newer, log, added: []);

        Change change = Assert.Single(log.Changes);
        Assert.Equal("parameter-type-changed WidgetCreateParams.Size", WidgetSpec.Describe(change));
        Assert.Equal(
            "/components/requestBodies/widget/content/application~1x-www-form-urlencoded/schema/properties/size", change.Location.Pointer);
    }

    [Fact]
    public void Error_codes_are_compared()
    {
        CheckReport report = WidgetSpec.Compare(WithErrors("not_found", "too_big"), WithErrors("not_found", "too_small"));

        Assert.Equal(
            ["error-code-removed Widget.CreateAsync", "error-code-added Widget.CreateAsync"],
            report.Changes.Select(WidgetSpec.Describe));
        const string Code = "properties/error/properties/code/enum/0";
        Assert.Equal("too_big", report.Changes[0].Old);
        Assert.Equal(new ChangeLocation(IsNewer: false, $"/components/schemas/too_big/{Code}"), report.Changes[0].Location);
        Assert.Equal("too_small", report.Changes[1].New);
        Assert.Equal(new ChangeLocation(IsNewer: true, $"/components/schemas/too_small/{Code}"), report.Changes[1].Location);
    }

    [Theory]
    [InlineData("""{ "openapi": "3.0.0", "info": { "title": "", "version": "1" }, "paths": [] }""", "stripe.json has no operations")]
    [InlineData("""{ "openapi": "3.0.0", "info": { "title": "", "version": " " }, "paths": {} }""", "stripe.json has no API version")]
    public void A_slice_that_cannot_be_read_cannot_be_compared(string broken, string message)
    {
        CommandFailedException exception = Assert.Throws<CommandFailedException>(
            () => WidgetSpec.Compare(broken, s_widget.ToJson(), s_configuration));

        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
    }

    private static WidgetSpec WithErrors(params string[] codes) => s_widget with
    {
        Operation = $$"""
            { "responses": { "default": { "description": "", "content": { "application/json": { "schema": {
              "oneOf": [{{string.Join(", ", codes.Select(code => $$"""{ "$ref": "#/components/schemas/{{code}}" }"""))}}] } } } } } }
            """,
        Components = $$"""
            { {{string.Join(", ", codes.Select(code => $$"""
              "{{code}}": { "type": "object", "properties": {
                "error": { "type": "object", "properties": { "code": { "type": "string", "enum": ["{{code}}"] } } } } }
              """))}} }
            """,
    };
}
