using Lattice.Slice.Editing;
using Lattice.Slice.Generation;
using Lattice.Slice.Output;

namespace Lattice.Slice.Commands;

/// <summary>Reports what other tools may reject in a slice.</summary>
internal static class ValidationReport
{
    // The first ones are enough to see the cause.
    private const int MaxShown = 10;

    public static void Validation(this IReport report, SliceModel model)
    {
        IReadOnlyList<string> warnings = SliceValidation.FindWarnings(model);
        if (warnings.Count == 0)
        {
            return;
        }

        report.Line();
        report.Line("The slice can be generated, but Microsoft.OpenApi reports:");
        foreach (string warning in warnings.Take(MaxShown))
        {
            report.Line($"  {warning}");
        }

        if (warnings.Count > MaxShown)
        {
            report.Line($"  and {warnings.Count - MaxShown} more");
        }
    }
}
