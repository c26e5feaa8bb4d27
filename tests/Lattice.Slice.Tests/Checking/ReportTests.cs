using System.Text.Json;
using Lattice.Slice.Checking;
using Lattice.Slice.Checking.Reports;

namespace Lattice.Slice.Tests.Checking;

/// <summary>
/// The three forms of a report. What is expected is in <c>Reports/*.verified.*</c>; what came instead is written beside it as
/// <c>*.received.*</c>, to be moved over it if it is right.
/// </summary>
public sealed class ReportTests
{
    private static readonly WidgetSpec s_old = new()
    {
        Body = """
            {
              "colour": { "type": "string", "enum": ["red", "`*</details>"] },
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
              "colour": { "type": "string", "enum": ["red", "green"] },
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
    public void Text_is_as_verified() => Match("report.verified.txt", TextReport.Render(WidgetSpec.Compare(s_old, s_new)));

    [Fact]
    public void Markdown_is_as_verified() => Match("report.verified.md", MarkdownReport.Render(WidgetSpec.Compare(s_old, s_new)));

    [Fact]
    public void Json_is_as_verified() => Match("report.verified.json", JsonReport.Render(WidgetSpec.Compare(s_old, s_new)));

    [Fact]
    public void No_change_is_said_in_one_line()
    {
        CheckReport report = WidgetSpec.Compare(s_old, s_old);

        const string Line = "Nothing changes for the slice. Both are of version `2026-09-30.endive`.\n";
        Assert.Equal(Line, TextReport.Render(report));
        Assert.Equal("## What the newer specification changes\n\n" + Line, MarkdownReport.Render(report));
    }

    [Fact]
    public void Json_has_every_change_with_its_values_in_full()
    {
        string longText = new('x', 1000);
        var change = new Change(ChangeKind.DescriptionChanged, "W.S", new ChangeLocation(true, "/s"), "s", "\u001b`", longText);

        using JsonDocument report = JsonDocument.Parse(JsonReport.Render(CheckReport.Create("a", "b", [change])));

        JsonElement item = report.RootElement.GetProperty("changes")[0];
        Assert.Equal("\u001b`", item.GetProperty("old").GetString());
        Assert.Equal(longText, item.GetProperty("new").GetString());
    }

    [Theory]
    [InlineData(nameof(ChangeKind.ParameterAdded))]
    [InlineData(nameof(ChangeKind.DescriptionChanged))]
    public void Markdown_fits_a_comment_and_says_what_is_missing(string kind)
    {
        var worst = new Change(ChangeKind.ParameterRemoved, "Worst", new ChangeLocation(false, "/w"), "w");
        IEnumerable<Change> many = Enumerable.Range(0, 3000).Select(i =>
            new Change(Enum.Parse<ChangeKind>(kind), $"Widget.Size{i}", new ChangeLocation(true, "/s"), "s", "o", "n"));

        string text = MarkdownReport.Render(CheckReport.Create("a", "b", many.Append(worst)));

        Assert.InRange(text.Length, 60_000, 65_536);
        Assert.Contains("**`Worst`**", text, StringComparison.Ordinal);
        int shown = text.Split("- **`").Length - 1;
        Assert.EndsWith($"\n{3001 - shown} more changes do not fit here; `--format text` shows them all.\n", text);
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
