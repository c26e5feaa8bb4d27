using System.Text;

namespace Lattice.Slice.Checking.Reports;

/// <summary>
/// The report for a comment on a pull request or an issue. Documentation is folded away. GitHub takes no comment of more than
/// 65,536 characters, so a longer report ends early and says so; what is worst comes first.
/// </summary>
internal static class MarkdownReport
{
    /// <summary>The most characters, which leaves room for a line or two of the reader's own.</summary>
    public const int MaxLength = 65_000;

    // For the end of a fold, the line that says what is missing, and a heading.
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
                .Append(" more changes do not fit here; `--format text` shows them all.\n");
        }

        return text.ToString();
    }

    /// <returns>How many changes had room.</returns>
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
