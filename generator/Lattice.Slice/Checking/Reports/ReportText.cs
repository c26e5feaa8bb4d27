namespace Lattice.Slice.Checking.Reports;

/// <summary>What all reports for people say alike.</summary>
internal static class ReportText
{
    public static string GetTitle(ChangeClass @class) => @class switch
    {
        ChangeClass.BreakingSource => "Breaking source",
        ChangeClass.BreakingBehavior => "Breaking behaviour",
        ChangeClass.Addition => "Additions",
        ChangeClass.Documentation => "Documentation",
        _ => throw new ArgumentOutOfRangeException(nameof(@class), @class, "There is no such class of changes."),
    };

    public static string GetMeaning(ChangeClass @class) => @class switch
    {
        ChangeClass.BreakingSource => "Code that uses these may no longer compile, or not without a warning.",
        ChangeClass.BreakingBehavior => "Code compiles as before, but Stripe or the program does something else.",
        ChangeClass.Addition => "A program that ignores these runs as before.",
        ChangeClass.Documentation => "No program can tell the difference.",
        _ => throw new ArgumentOutOfRangeException(nameof(@class), @class, "There is no such class of changes."),
    };

    /// <summary>The whole report in one line.</summary>
    public static string GetSummary(CheckReport report)
    {
        string versions = report.PresentVersion == report.NewerVersion
            ? $"Both are of version {CodeText.Quote(report.PresentVersion)}."
            : $"From version {CodeText.Quote(report.PresentVersion)} to {CodeText.Quote(report.NewerVersion)}.";
        IEnumerable<string> counts =
            from @group in report.Groups
            where @group.Changes.Count > 0
            select Count(@group.Class, @group.Changes.Count);
        return report.Changes.Count == 0 ? $"Nothing changes for the slice. {versions}" : $"{string.Join(", ", counts)}. {versions}";
    }

    private static string Count(ChangeClass @class, int count) => @class switch
    {
        ChangeClass.BreakingSource => $"{count} breaking source",
        ChangeClass.BreakingBehavior => $"{count} breaking behaviour",
        ChangeClass.Addition => count == 1 ? "1 addition" : $"{count} additions",
        _ => $"{count} in documentation",
    };
}
