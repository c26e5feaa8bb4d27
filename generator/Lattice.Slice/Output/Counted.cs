using System.Globalization;

namespace Lattice.Slice.Output;

/// <summary>Formats counts: "1 schema", "2 schemas".</summary>
internal static class Counted
{
    public static string Of(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
