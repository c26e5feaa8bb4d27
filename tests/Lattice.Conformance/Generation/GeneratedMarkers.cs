namespace Lattice.Conformance.Generation;

/// <summary>Removes the markers that make compilers and analyzers ignore code: the header and the attribute of generated code.</summary>
internal static class GeneratedMarkers
{
    public static string Remove(string source) => string.Join('\n', source.Split('\n').Where(line => !IsMarker(line.Trim())));

    private static bool IsMarker(string line) =>
        (line.StartsWith("//", StringComparison.Ordinal) && line.Contains("auto-generated>", StringComparison.Ordinal))
        || (line.StartsWith('[') && line.Contains("GeneratedCode(", StringComparison.Ordinal));
}
