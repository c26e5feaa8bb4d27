using Lattice.Slice.Output;
using Lattice.Slice.Types;
using Lattice.Slice.Validation;

namespace Lattice.Slice.Commands;

/// <summary>Says what other tools may not take in a slice.</summary>
internal static class ValidationReport
{
    // The first ones show what is wrong.
    private const int MaxShown = 10;

    public static void Validation(this IReport report, SliceModel model)
    {
        IReadOnlyList<string> warnings = SliceValidation.FindWarnings(model);
        if (warnings.Count == 0)
        {
            return;
        }

        report.Line();
        report.Line("The slice can be generated, but Microsoft.OpenApi finds in it:");
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
