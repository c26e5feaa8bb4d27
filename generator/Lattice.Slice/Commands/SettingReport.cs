using Lattice.Slice.Editing;
using Lattice.Slice.Output;

namespace Lattice.Slice.Commands;

/// <summary>Reports changed settings.</summary>
internal static class SettingReport
{
    public static void Pointers(this IReport report, IEnumerable<string> pointers)
    {
        foreach (string pointer in pointers)
        {
            report.Line($"  {pointer}");
        }
    }

    /// <summary>The C# types of a property before and after: <c>string? becomes SecretString?</c>.</summary>
    public static string DescribeChange(this SliceDraft before, SliceDraft after, SliceMember member)
    {
        (string? old, string? @new) = (before.FindTypeText(member), after.FindTypeText(member));
        return (old, @new) switch
        {
            (null, _) => $"{@new}",
            (_, null) => $"{old}, which the slice no longer has",
            _ when old == @new => $"{old}, as before",
            _ => $"{old} becomes {@new}",
        };
    }
}
