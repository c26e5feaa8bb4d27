using System.Text;
using Lattice.Slice.Checking.Changes;
using Lattice.Slice.Output;

namespace Lattice.Slice.Checking.Reports;

/// <summary>
/// The report for a comment on a pull request or an issue. Documentation is collapsed. GitHub limits a comment to 65,536 characters, so
/// a longer report is truncated and says so; the worst changes come first.
/// </summary>
internal static class MarkdownReport
{
    /// <summary>The maximum number of characters, with room for a line or two of text around the report.</summary>
    public const int MaxLength = 65_000;

    // For the end of a collapsed section, the line about omitted changes, and a heading.
    private const int Reserve = 500;

    public static string Render(CheckReport report)
    {
        var text = new StringBuilder("## What the newer specification changes\n\n").Append(ReportText.GetSummary(report)).Append('\n');
        int shown = 0;
        foreach ((ChangeClass @class, IReadOnlyList<Change> changes) in report.Groups.Where(group => group.Changes.Count > 0))
        {
            shown += text.Length <= MaxLength - Reserve ? RenderGroup(text, @class, changes) : 0;
        }

        if (shown < report.Changes.Count)
        {
            text.Append('\n').Append(report.Changes.Count - shown)
                .Append(" more changes do not fit here; `--format text` shows all of them.\n");
        }

        return text.ToString();
    }

    /// <returns>The number of changes that fit.</returns>
    private static int RenderGroup(StringBuilder text, ChangeClass @class, IReadOnlyList<Change> changes)
    {
        bool isCollapsed = @class == ChangeClass.Documentation;
        string title = $"{ReportText.GetTitle(@class)} ({changes.Count})";
        text.Append(isCollapsed ? $"\n<details><summary>{title}</summary>\n" : $"\n### {title}\n")
            .Append('\n').Append(ReportText.GetMeaning(@class)).Append("\n\n");
        int shown = 0;
        foreach (string item in changes.Select(RenderChange).TakeWhile(item => text.Length + item.Length <= MaxLength - Reserve))
        {
            text.Append(item);
            shown++;
        }

        text.Append(isCollapsed ? "\n</details>\n" : "");
        return shown;
    }

    private static string RenderChange(Change change)
    {
        string document = change.Location.IsNewer ? "newer specification" : "present slice";
        string location = $"<sub>{document}: {CodeText.Quote(change.Location.Pointer)}</sub>";
        return $"- **{CodeText.Quote(change.Member)}**: {change.Message}<br>{location}\n";
    }
}
