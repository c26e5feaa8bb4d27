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

        foreach (IGrouping<Check, Miss> kind in report.Misses.GroupBy(miss => miss.Check).OrderBy(kind => kind.Key))
        {
            Miss[] misses = [.. kind];
            int shown = all ? misses.Length : Math.Min(misses.Length, MostPerKind);
            foreach (Miss miss in misses.Take(shown))
            {
                output.WriteLine($"{Label(kind.Key)}: {miss}");
            }

            if (shown < misses.Length)
            {
                output.WriteLine($"{Label(kind.Key)}: … and {misses.Length - shown} more (--all prints them)");
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
