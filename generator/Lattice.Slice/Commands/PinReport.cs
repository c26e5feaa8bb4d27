using Lattice.Slice.Configuration;
using Lattice.Slice.Generation;
using Lattice.Slice.Output;
using Lattice.Slice.Slicing;

namespace Lattice.Slice.Commands;

/// <summary>Reports which document slice.json pins from now on, and the version that the slice gets with it.</summary>
internal static class PinReport
{
    public static void Pin(this IReport report, SliceFiles before, SliceFiles after)
    {
        if (after.Configuration.Pin is { } pin && pin != before.Configuration.Pin)
        {
            report.Line($"{after.Path} pins {pin}.");
        }
    }

    public static void Version(this IReport report, SliceModel? before, SliceResult after)
    {
        if (before is not null && before.Slice.Version != after.Version)
        {
            report.Line($"The API version of the slice changes from {before.Slice.Version} to {after.Version}, for all of its operations.");
        }
    }
}
