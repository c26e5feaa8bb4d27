using System.Text.Json;
using Lattice.Fuzz.Configuration;
using Lattice.Fuzz.Findings;

namespace Lattice.Fuzz.Tests.Invariants;

/// <summary>Each invariant of commands is found to be broken if it is.</summary>
public class CommandInvariantsTests
{
    private static readonly (string, string)[] s_files = [("slice.json", """{ "operations": [] }""")];
    private static readonly (string, string)[] s_otherFiles = [("slice.json", "{}")];

    private static readonly CommandRun s_done = new(["slice"], Code: 0, "Done.\n", Error: "", s_files, s_files);
    private static readonly CommandRun s_failed = new(["slice"], Code: 3, Output: "", "lattice: no.\r\n", s_files, s_files);

    [Fact]
    public void A_correct_command_breaks_nothing()
    {
        Assert.Empty(Check(s_done));
        Assert.Empty(Check(s_done with { After = s_otherFiles }));
        Assert.Empty(Check(s_failed));
        Assert.Empty(Check(s_done with { Arguments = ["check"], Code = 2 }));
    }

    [Theory]
    [InlineData("slice", 1)]
    [InlineData("list", 2)]
    [InlineData("check", 4)]
    public void An_undocumented_exit_code_is_found(string command, int code) =>
        Assert.Equal([CommandInvariants.ExitCode], Check(s_done with { Arguments = [command], Code = code }));

    [Fact]
    public void An_unexpected_error_is_found() =>
        Assert.Equal([CommandInvariants.Unexpected], Check(s_failed with { Error = "lattice: unexpected error. Please report it" }));

    [Fact]
    public void A_change_by_a_command_that_fails_or_only_reports_is_found()
    {
        Assert.Equal([CommandInvariants.Unchanged], Check(s_failed with { After = s_otherFiles }));
        Assert.Equal([CommandInvariants.Unchanged], Check(s_done with { Arguments = ["list"], After = s_otherFiles }));
    }

    [Fact]
    public void A_failure_without_a_reason_is_found() => Assert.Equal([CommandInvariants.Reason], Check(s_failed with { Error = "\n" }));

    [Theory]
    [InlineData("\u001b[31m")]
    [InlineData("a\rb")]
    [InlineData("a\tb")]
    [InlineData("\u2028")]
    public void A_control_character_is_found(string output) =>
        Assert.Equal([CommandInvariants.ControlCharacters], Check(s_done with { Output = output }));

    [Fact]
    public void A_slice_that_is_written_differently_is_found()
    {
        Assert.Empty(CommandInvariants.CheckRepeated(s_done, s_done));
        Assert.Single(CommandInvariants.CheckRepeated(s_done, s_done with { After = s_otherFiles }));
        Assert.Single(CommandInvariants.CheckRepeated(s_done, s_failed));
    }

    [Fact]
    public void A_removal_that_does_not_restore_the_files_is_found()
    {
        Assert.Empty(CommandInvariants.CheckUndone(s_done, s_done));
        Assert.Single(CommandInvariants.CheckUndone(s_done, s_done with { After = s_otherFiles }));
    }

    [Fact]
    public void A_slice_json_that_its_schema_rejects_is_found()
    {
        Assert.Empty(SliceSchema.Check(s_done));
        Violation violation = Assert.Single(SliceSchema.Check(s_done with { After = s_otherFiles }));
        Assert.Contains("operations", violation.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "operations": ["POST /v1/a", { "operation": "GET /v1/a", "as": "list" }], "sensitive": { "/a": { "": true } } }""", true)]
    [InlineData("""{ "operations": ["PUT /v1/a"] }""", false)]
    [InlineData("""{ "operations": ["POST /v1/a", "POST /v1/a"] }""", false)]
    [InlineData("""{ "operations": [{ "operation": "GET /v1/a", "as": "none" }] }""", false)]
    [InlineData("""{ "operations": [], "sensitive": { "a": true } }""", false)]
    [InlineData("""{ "operations": [], "sensitive": { "/a": { "/b": "yes" } } }""", false)]
    [InlineData("""{ "operations": [], "exclusive": { "/a": [["b"]] } }""", false)]
    [InlineData("""{ "operations": [], "pinned": { "version": "1" } }""", false)]
    [InlineData("""{ "operations": [], "unknown": 1 }""", false)]
    public void The_schema_is_read_as_editors_read_it(string configuration, bool isValid)
    {
        var schema = new JsonSchemaCheck(JsonElement.Parse(File.ReadAllText(Path.Combine(Repository.Root, "openapi", "slice.schema.json"))));

        Assert.Equal(isValid, schema.FindError(JsonElement.Parse(configuration)) is null);
    }

    private static IEnumerable<string> Check(CommandRun run) => CommandInvariants.Check(run).Select(violation => violation.Invariant);
}
