using System.Text.Json;
using Lattice.Slice.Checking.Changes;
using Lattice.Slice.Checking.Reports;
using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests.Checking.Reports;

/// <summary>
/// The three formats of a report. The expected reports are in <c>report.verified.*</c>. A mismatch writes <c>report.received.*</c> next to
/// the file, to replace it if the new report is right.
/// </summary>
public sealed class CheckReportTests
{
    private static readonly WidgetSpec s_old = new()
    {
        Body = """
            {
              "color": { "type": "string", "enum": ["red", "`*</details>"] },
              "name": { "type": "string", "maxLength": 500, "description": "What it is called." },
              "size": { "type": "string" }
            }
            """,
        Response = """
            {
              "object": { "type": "string", "enum": ["widget"] },
              "owner": { "type": "string" },
              "url": { "type": "string" }
            }
            """,
        RequiredFields = ["object", "owner"],
    };

    private static readonly WidgetSpec s_new = s_old with
    {
        Version = "2027-03-31.fennel",
        Body = """
            {
              "color": { "type": "string", "enum": ["red", "green"] },
              "name": { "type": "string", "maxLength": 100, "description": "Its name." },
              "weight": { "type": "integer" }
            }
            """,
        Response = """
            {
              "object": { "type": "string", "enum": ["widget"] },
              "owner": { "type": "string", "nullable": true },
              "url": { "type": "string", "x-lattice-sensitive": true }
            }
            """,
    };

    [Fact]
    public void Text_matches_the_snapshot() => Match("report.verified.txt", TextReport.Render(WidgetSpec.Compare(s_old, s_new)));

    [Fact]
    public void Markdown_matches_the_snapshot() => Match("report.verified.md", MarkdownReport.Render(WidgetSpec.Compare(s_old, s_new)));

    [Fact]
    public void Json_matches_the_snapshot() => Match("report.verified.json", JsonReport.Render(WidgetSpec.Compare(s_old, s_new)));

    [Fact]
    public void A_report_without_changes_is_one_line()
    {
        CheckReport report = WidgetSpec.Compare(s_old, s_old);

        const string Line = "Nothing changes for the slice. Both have version `2026-09-30.endive`.\n";
        Assert.Equal(Line, TextReport.Render(report));
        Assert.Equal("## What the newer specification changes\n\n" + Line, MarkdownReport.Render(report));
    }

    [Fact]
    public void Json_does_not_truncate_values()
    {
        string longText = new('x', 1000);
        var change = new Change(ChangeRules.DescriptionChanged, "W.S", new ChangeLocation(true, "/s"), "s", "\u001b`", longText);

        using JsonDocument report = JsonDocument.Parse(JsonReport.Render(CheckReport.Create("a", "b", [change])));

        JsonElement item = report.RootElement.GetProperty("changes")[0];
        Assert.Equal("\u001b`", item.GetProperty("old").GetString());
        Assert.Equal(longText, item.GetProperty("new").GetString());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Markdown_fits_a_comment_and_counts_the_omitted_changes(bool isDocumentation)
    {
        ChangeRule rule = isDocumentation ? ChangeRules.DescriptionChanged : ChangeRules.ParameterAdded;
        var worst = new Change(ChangeRules.ParameterRemoved, "Worst", new ChangeLocation(false, "/w"), "w");
        IEnumerable<Change> many = Enumerable.Range(0, 3000).Select(i =>
            new Change(rule, $"Widget.Size{i}", new ChangeLocation(true, "/s"), "s", "o", "n"));

        string text = MarkdownReport.Render(CheckReport.Create("a", "b", many.Append(worst)));

        Assert.InRange(text.Length, 60_000, 65_536);
        Assert.Contains("**`Worst`**", text, StringComparison.Ordinal);
        int shown = text.Split("- **`").Length - 1;
        Assert.EndsWith($"\n{3001 - shown} more changes do not fit here; `--format text` shows all of them.\n", text);
        Assert.Equal(text.Split("<details>").Length, text.Split("</details>").Length);
    }

    private static void Match(string name, string received)
    {
        string verifiedPath = Path.Combine(Repository.Root, "tests", "Lattice.Slice.Tests", "Checking", "Reports", name);
        string receivedPath = verifiedPath.Replace(".verified.", ".received.", StringComparison.Ordinal);
        string verified = File.Exists(verifiedPath) ? File.ReadAllText(verifiedPath).ReplaceLineEndings("\n") : "";
        if (verified == received)
        {
            File.Delete(receivedPath);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(receivedPath)!);
        File.WriteAllText(receivedPath, received);
        Assert.Equal(verified, received);
    }
}
