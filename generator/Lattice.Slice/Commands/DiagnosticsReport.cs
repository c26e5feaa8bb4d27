using Lattice.Slice.Output;
using Lattice.Spec.Reading;

namespace Lattice.Slice.Commands;

/// <summary>Reports the diagnostics of the next build.</summary>
internal static class DiagnosticsReport
{
    public static void Diagnostics(this IReport report, IEnumerable<DiagnosticInfo> diagnostics)
    {
        foreach (DiagnosticInfo diagnostic in diagnostics)
        {
            report.Line();
            string verb = diagnostic.IsError ? "fail with" : "report";
            report.Line($"The build will {verb} {diagnostic.Id}: {diagnostic.Message} ({diagnostic.Pointer})");
        }
    }
}
