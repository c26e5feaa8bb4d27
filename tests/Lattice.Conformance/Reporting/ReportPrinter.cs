namespace Lattice.Conformance.Reporting;

/// <summary>Prints a report.</summary>
internal static class ReportPrinter
{
    private const int MaxPerCheck = 20;

    public static void Print(Report report, bool all, TextWriter output)
    {
        foreach (string reported in report.Reported)
        {
            output.WriteLine($"not generated: {reported}");
        }

        foreach (string explained in report.Explained)
        {
            output.WriteLine($"known: {explained}");
        }

        foreach (IGrouping<Check, Mismatch> group in report.Mismatches.GroupBy(mismatch => mismatch.Check).OrderBy(group => group.Key))
        {
            Mismatch[] mismatches = [.. group];
            int shown = all ? mismatches.Length : Math.Min(mismatches.Length, MaxPerCheck);
            foreach (Mismatch mismatch in mismatches.Take(shown))
            {
                output.WriteLine($"{GetLabel(group.Key)}: {mismatch}");
            }

            if (shown < mismatches.Length)
            {
                output.WriteLine($"{GetLabel(group.Key)}: … and {mismatches.Length - shown} more (--all prints them)");
            }
        }

        output.WriteLine(report.Summary);
    }

    private static string GetLabel(Check check) => check switch
    {
        Check.Read => "read",
        Check.Generate => "generate",
        Check.Compile => "compile",
        Check.Name => "name",
        Check.Encode => "encode",
        Check.Decode => "decode",
        _ => "send",
    };
}
