using Lattice.Slice.Checking.Changes;
using Lattice.Slice.Checking.Comparing;
using Lattice.Slice.Tests.Support;
using Lattice.Spec.Reading;

namespace Lattice.Slice.Tests.Checking.Comparing;

public sealed class DiagnosticComparisonTests
{
    private const string Unsupported = """{ "oneOf": [{ "type": "string" }, { "type": "integer" }] }""";

    // A project causes these, not a slice. NotACreate is not shown.
    private static readonly DiagnosticRule[] s_others =
    [
        DiagnosticRules.SeveralSlices, DiagnosticRules.NamespaceInUse, DiagnosticRules.InvalidNamespace,
        DiagnosticRules.RuntimeMismatch, DiagnosticRules.NotACreate,
    ];

    [Fact]
    public void Every_diagnostic_of_a_slice_has_a_rule() => Assert.All(
        DiagnosticRules.ById.Values.Except(s_others), rule => Assert.True(DiagnosticComparison.HasRule(rule.Id), rule.Id));

    [Fact]
    public void A_new_field_that_cannot_be_generated_is_an_addition()
    {
        var old = new WidgetSpec();

        CheckReport report = WidgetSpec.Compare(old, old with { Response = WithField(Unsupported) });

        Assert.Equal(["not-generated LAT0004"], report.Changes.Select(WidgetSpec.Describe));
        Assert.Equal(CheckExitCode.Additions, report.ExitCode);
    }

    [Fact]
    public void A_required_parameter_that_cannot_be_generated_breaks_behavior()
    {
        var old = new WidgetSpec { RequiredParameters = ["size"] };
        WidgetSpec @new = old with
        {
            Body = $$"""{ "size": { "type": "string" }, "weight": {{Unsupported}} }""",
            RequiredParameters = ["size", "weight"],
        };

        Change change = Assert.Single(WidgetSpec.Compare(old, @new).Changes);

        Assert.Equal("required-parameter-not-generated LAT0004", WidgetSpec.Describe(change));
        Assert.Equal(ChangeClass.BreakingBehavior, change.Class);
    }

    [Fact]
    public void A_server_that_is_not_used_breaks_behavior()
    {
        WidgetSpec @new = new() { Operation = """{ "servers": [{ "url": "https://example.com/" }] }""" };

        Change change = Assert.Single(WidgetSpec.Compare(new WidgetSpec(), @new).Changes);

        Assert.Equal("server-not-used LAT0004", WidgetSpec.Describe(change));
        Assert.Equal(ChangeClass.BreakingBehavior, change.Class);
    }

    [Fact]
    public void An_error_of_the_build_breaks_source()
    {
        var old = new WidgetSpec();

        CheckReport report = WidgetSpec.Compare(old, old with { Response = WithField("""{ "type": "string", "maxLength": "5" }""") });

        Change change = Assert.Single(report.Changes, change => change.Rule == ChangeRules.BuildFails);
        Assert.Equal(("build-fails LAT0002", ChangeClass.BreakingSource), (WidgetSpec.Describe(change), change.Class));
    }

    private static string WithField(string schema) =>
        $$"""{ "object": { "type": "string", "enum": ["widget"] }, "weight": {{schema}} }""";
}
