namespace Lattice.Slice.Files;

/// <summary>Finds what a version control system writes into a file that it cannot merge.</summary>
internal static class MergeConflict
{
    private const string Marker = "<<<<<<< ";

    /// <summary>The number of the first line with a marker; <see langword="null"/> if there is none.</summary>
    public static int? FindLine(string text)
    {
        int start = text.StartsWith(Marker, StringComparison.Ordinal) ? 0 : text.IndexOf("\n" + Marker, StringComparison.Ordinal) + 1;
        return start == 0 && !text.StartsWith(Marker, StringComparison.Ordinal) ? null : 1 + text.AsSpan(0, start).Count('\n');
    }
}
