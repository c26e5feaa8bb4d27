using Lattice.Slice.Checking;

namespace Lattice.Slice.Tests.Checking;

public sealed class OperationChangeTests
{
    private static readonly WidgetSpec s_widget = new() { Operation = """{ "operationId": "PostWidgets" }""" };

    [Fact]
    public void A_slice_and_itself_have_nothing_to_report()
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
    public void Only_a_later_version_of_the_same_release_breaks_nothing(string old, string @new, string expected, int exitCode)
    {
        CheckReport report = WidgetSpec.Compare(s_widget with { Version = old }, s_widget with { Version = @new });

        Assert.Equal(new Change(Enum.Parse<ChangeKind>(expected), "StripeApiVersion.Current", new ChangePlace(true, "/info/version"), "version", old, @new), Assert.Single(report.Changes));
        Assert.Equal(exitCode, (int)report.ExitCode);
    }

    [Fact]
    public void An_operation_that_is_gone_takes_its_method_along()
    {
        Change change = Assert.Single(WidgetSpec.Compare(s_widget, new WidgetSpec { Path = "/v1/widgets", Method = "get" }).Changes);

        Assert.Equal("operation-removed Widget.CreateAsync", WidgetSpec.Describe(change));
        Assert.Equal(new ChangePlace(IsNewer: false, WidgetSpec.Post), change.Place);
    }

    [Theory]
    [InlineData("POST", "/v1/things", "PostWidgets")]
    [InlineData("PUT", "/v1/widgets", "PutWidgets")]
    public void An_operation_that_has_moved_is_found_again(string method, string path, string id)
    {
        Change change = Assert.Single(WidgetSpec.Compare(s_widget, new WidgetSpec { Method = "get" },
            new SpecOperation("GET", "/v1/widgets", "GetWidgets"), new SpecOperation(method, path, id)).Changes);

        Assert.Equal("operation-moved Widget.CreateAsync", WidgetSpec.Describe(change));
        Assert.Equal($"{method} {path}", change.New);
        Assert.True(change.Place.IsNewer);
        Assert.Equal($"/paths/{path.Replace("/", "~1", StringComparison.Ordinal)}/{method.ToLowerInvariant()}", change.Place.Pointer);
    }

    [Fact]
    public void A_placeholder_with_another_name_makes_another_path()
    {
        WidgetSpec old = s_widget with { Path = "/v1/shops/{shop}/widgets" };

        Change change = Assert.Single(WidgetSpec.Compare(old, new WidgetSpec { Method = "get" }, new SpecOperation("POST", "/v1/shops/{id}/widgets", "PostShopsIdWidgets")).Changes);

        Assert.Equal("operation-moved Widget.CreateForShopAsync", WidgetSpec.Describe(change));
        Assert.Equal("POST /v1/shops/{id}/widgets", change.New);
    }

    [Fact]
    public void An_operation_that_becomes_an_action_loses_its_method()
    {
        Change change = Assert.Single(WidgetSpec.Compare(s_widget, s_widget with { Operation = """{ "x-lattice-operation": "action" }""" }).Changes);

        Assert.Equal("operation-became-action Widget.CreateAsync", WidgetSpec.Describe(change));
        Assert.Equal(new ChangePlace(IsNewer: true, WidgetSpec.Post), change.Place);
    }

    [Fact]
    public void An_operation_whose_body_cannot_be_sent_is_no_longer_generated()
    {
        CheckReport report = WidgetSpec.Compare(s_widget, s_widget with { MediaType = "text/csv" });

        Assert.Equal(["no-longer-generated Widget.CreateAsync"], report.Changes.Select(WidgetSpec.Describe));
    }

    [Fact]
    public void An_operation_that_the_slice_gets_is_an_addition()
    {
        CheckReport report = WidgetSpec.Compare(new WidgetSpec { Method = "get" }, s_widget);

        Assert.Equal(["operation-added Widget.CreateAsync"], report.Changes.Select(WidgetSpec.Describe));
        Assert.Equal(CheckExitCode.Additions, report.ExitCode);
    }

    [Fact]
    public void Operations_of_the_specification_that_the_slice_does_not_have_are_not_its_concern() =>
        Assert.Empty(WidgetSpec.Compare(s_widget, s_widget, new SpecOperation("POST", "/v1/gadgets", "PostGadgets")).Changes);

    [Fact]
    public void Another_body_format_breaks_behaviour()
    {
        Change change = Assert.Single(WidgetSpec.Compare(s_widget, s_widget with { MediaType = "application/json" }).Changes);

        Assert.Equal("body-format-changed Widget.CreateAsync", WidgetSpec.Describe(change));
        Assert.Equal(("Form", "Json"), (change.Old, change.New));
        Assert.Equal(ChangeClass.BreakingBehaviour, change.Class);
    }

    [Theory]
    [InlineData("{}", """{ "size": { "type": "string" } }""", "()", "(WidgetCreateParams? parameters = null)")]
    [InlineData("""{ "size": { "type": "string" } }""", "{}", "(WidgetCreateParams? parameters = null)", "()")]
    public void A_body_that_comes_or_goes_changes_the_method(string old, string @new, string oldParameters, string newParameters)
    {
        Change change = Assert.Single(WidgetSpec.Compare(s_widget with { Body = old }, s_widget with { Body = @new }).Changes);

        Assert.Equal("method-signature-changed Widget.CreateAsync", WidgetSpec.Describe(change));
        Assert.Equal((oldParameters, newParameters), (change.Old, change.New));
    }

    [Theory]
    [InlineData("""{ "x-lattice-name": "Make" }""", "method-renamed Widget.CreateAsync")]
    [InlineData("""{ "servers": [{ "url": "https://files.stripe.com/" }] }""", "server-changed Widget.CreateAsync")]
    [InlineData("""{ "deprecated": true }""", "operation-deprecated Widget.CreateAsync")]
    [InlineData("""{ "description": "Makes one." }""", "description-changed Widget.CreateAsync")]
    public void What_is_said_of_an_operation_is_compared(string @new, string expected) =>
        Assert.Equal([expected], WidgetSpec.Compare(new WidgetSpec(), new WidgetSpec { Operation = @new }).Changes
            .Where(change => change.Member == "Widget.CreateAsync").Select(WidgetSpec.Describe));

    [Fact]
    public void Error_codes_are_compared()
    {
        CheckReport report = WidgetSpec.Compare(WithErrors("not_found", "too_big"), WithErrors("not_found", "too_small"));

        Assert.Equal(["error-code-removed Widget.CreateAsync", "error-code-added Widget.CreateAsync"], report.Changes.Select(WidgetSpec.Describe));
        Assert.Equal("too_big", report.Changes[0].Old);
        Assert.Equal(new ChangePlace(false, "/components/schemas/too_big/properties/error/properties/code/enum/0"), report.Changes[0].Place);
        Assert.Equal("too_small", report.Changes[1].New);
        Assert.Equal(new ChangePlace(true, "/components/schemas/too_small/properties/error/properties/code/enum/0"), report.Changes[1].Place);
    }

    [Theory]
    [InlineData("{", "The slice cannot be read as JSON")]
    [InlineData("[]", "The slice is no valid OpenAPI 3.0 document")]
    [InlineData("""{ "openapi": "3.0.0", "info": { "title": "", "version": "" }, "paths": {} }""", "\"info.version\" is missing or empty")]
    public void What_cannot_be_read_cannot_be_compared(string broken, string message)
    {
        CheckException asPresent = Assert.Throws<CheckException>(() => SliceComparison.Compare(broken, s_widget.ToJson(), []));
        CheckException asNewer = Assert.Throws<CheckException>(() => SliceComparison.Compare(s_widget.ToJson(), broken, []));

        Assert.StartsWith($"The present slice cannot be read: {message}", asPresent.Message, StringComparison.Ordinal);
        Assert.StartsWith($"The slice of the newer specification cannot be read: {message}", asNewer.Message, StringComparison.Ordinal);
    }

    private static WidgetSpec WithErrors(params string[] codes) => s_widget with
    {
        Operation = $$"""
            { "responses": { "default": { "description": "", "content": { "application/json": { "schema": {
              "oneOf": [{{string.Join(", ", codes.Select(code => $$"""{ "$ref": "#/components/schemas/{{code}}" }"""))}}] } } } } } }
            """,
        Components = $$"""
            { {{string.Join(", ", codes.Select(code => $$"""
              "{{code}}": { "type": "object", "properties": { "error": { "type": "object", "properties": { "code": { "type": "string", "enum": ["{{code}}"] } } } } }
              """))}} }
            """,
    };
}
