using Lattice.Slice.Configuration;
using Lattice.Slice.Output;

namespace Lattice.Slice.Commands;

/// <summary>Reports which document slice.json pins from now on.</summary>
internal static class PinReport
{
    public static void Pin(this IReport report, SliceFiles before, SliceFiles after)
    {
        if (after.Configuration.Pin is { } pin && pin != before.Configuration.Pin)
        {
            report.Line($"{after.Path} pins {pin}.");
        }
    }
}
