namespace Lattice.Conformance.Reporting;

/// <summary>Prints a report for people.</summary>
internal static class ReportPrinter
{
    private const int MostPerKind = 20;

    public static void Print(Report report, bool all, TextWriter output)
    {
        foreach (string explained in report.Explained)
        {
            output.WriteLine($"explained: {explained}");
        }

        foreach (IGrouping<Check, Mismatch> kind in report.Mismatches.GroupBy(mismatch => mismatch.Check).OrderBy(kind => kind.Key))
        {
            Mismatch[] mismatches = [.. kind];
            int shown = all ? mismatches.Length : Math.Min(mismatches.Length, MostPerKind);
            foreach (Mismatch mismatch in mismatches.Take(shown))
            {
                output.WriteLine($"{Label(kind.Key)}: {mismatch}");
            }

            if (shown < mismatches.Length)
            {
                output.WriteLine($"{Label(kind.Key)}: … and {mismatches.Length - shown} more (--all prints them)");
            }
        }

        output.WriteLine(report.Summary);
    }

    private static string Label(Check check) => check switch
    {
        Check.Read => "read",
        Check.Generate => "generate",
        Check.Compile => "compile",
        Check.Encode => "encode",
        Check.Decode => "decode",
        _ => "send",
    };
}
