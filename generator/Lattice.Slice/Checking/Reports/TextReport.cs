using System.Text;
using Lattice.Slice.Checking.Changes;
using Lattice.Slice.Output;

namespace Lattice.Slice.Checking.Reports;

/// <summary>The report for a terminal or a log: a heading for each class that has changes, worst first.</summary>
internal static class TextReport
{
    public static string Render(CheckReport report)
    {
        var text = new StringBuilder(ReportText.GetSummary(report)).Append('\n');
        foreach ((ChangeClass @class, IReadOnlyList<Change> changes) in report.Groups.Where(group => group.Changes.Count > 0))
        {
            text.Append('\n').Append(ReportText.GetTitle(@class)).Append('\n')
                .Append("  ").Append(ReportText.GetMeaning(@class)).Append('\n');
            foreach (Change change in changes)
            {
                AppendChange(text, change);
            }
        }

        return text.ToString();
    }

    private static void AppendChange(StringBuilder text, Change change)
    {
        string location = $"{(change.Location.IsNewer ? "newer" : "present")} {ControlCharacters.EscapeLine(change.Location.Pointer)}";
        text.Append('\n')
            .Append("  ").Append(ControlCharacters.EscapeLine(change.Member)).Append('\n')
            .Append("    ").Append(change.Message).Append('\n')
            .Append("    ").Append(location).Append('\n');
    }
}
