using Lattice.Slice.Output;
using Lattice.Spec.Reading;

namespace Lattice.Slice.Commands;

/// <summary>Says what the build will report.</summary>
internal static class DiagnosticsReport
{
    public static void Diagnostics(this IReport report, IEnumerable<DiagnosticInfo> diagnostics)
    {
        foreach (DiagnosticInfo diagnostic in diagnostics)
        {
            report.Line();
            report.Line($"The build will report {diagnostic.Id}: {diagnostic.Message}");
        }
    }
}
