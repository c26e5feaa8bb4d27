using Lattice.Slice.Checking.Changes;
using Lattice.Slice.Output;

namespace Lattice.Slice.Checking.Reports;

/// <summary>The texts that all reports for people share.</summary>
internal static class ReportText
{
    private static readonly Dictionary<ChangeClass, (string Title, string Meaning, string One, string Many)> s_classes = new()
    {
        [ChangeClass.BreakingSource] = (
            "Source-breaking changes", "Code that uses these may no longer compile, or may compile with a warning.",
            "source-breaking change", "source-breaking changes"),
        [ChangeClass.BreakingBehavior] = (
            "Behavior-breaking changes", "Code compiles as before, but Stripe or the program behaves differently.",
            "behavior-breaking change", "behavior-breaking changes"),
        [ChangeClass.Addition] = ("Additions", "A program that ignores these runs as before.", "addition", "additions"),
        [ChangeClass.Documentation] = ("Documentation", "No program can notice these.", "documentation change", "documentation changes"),
    };

    public static string GetTitle(ChangeClass @class) => s_classes[@class].Title;

    public static string GetMeaning(ChangeClass @class) => s_classes[@class].Meaning;

    /// <summary>A summary of the report in one line.</summary>
    public static string GetSummary(CheckReport report)
    {
        string versions = report.PresentVersion == report.NewerVersion
            ? $"Both have version {CodeText.Quote(report.PresentVersion)}."
            : $"From version {CodeText.Quote(report.PresentVersion)} to {CodeText.Quote(report.NewerVersion)}.";
        IEnumerable<string> counts =
            from @group in report.Groups
            where @group.Changes.Count > 0
            select Count(@group.Class, @group.Changes.Count);
        return report.Changes.Count == 0 ? $"Nothing changes for the slice. {versions}" : $"{string.Join(", ", counts)}. {versions}";
    }

    private static string Count(ChangeClass @class, int count) =>
        $"{count} {(count == 1 ? s_classes[@class].One : s_classes[@class].Many)}";
}
