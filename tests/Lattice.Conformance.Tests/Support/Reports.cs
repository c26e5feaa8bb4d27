using Lattice.Conformance.Reporting;

namespace Lattice.Conformance.Tests;

/// <summary>The program's reports.</summary>
internal static class Reports
{
    /// <summary>Stripe's example resources, if they are beside the specification of the same day.</summary>
    public static string? Fixtures
    {
        get
        {
            string path = Path.Combine(Path.GetDirectoryName(Specs.Full)!, "fixtures-2023-09-12.json");
            return File.Exists(path) ? path : null;
        }
    }

    public static Task<Report> CreateAsync(Options options) => ConformanceRun.RunAsync(options, TextWriter.Null);

    public static void AssertNoMismatch(Report report)
    {
        using var text = new StringWriter();
        ReportPrinter.Print(report, all: false, text);
        Assert.True(report.Mismatches.Count == 0, text.ToString());
    }
}
