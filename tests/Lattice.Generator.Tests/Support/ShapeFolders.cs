
namespace Lattice.Generator.Tests.Support;

/// <summary>The folders with a minimal slice for each shape and its verified output.</summary>
internal static class ShapeFolders
{
    public static string Root => Path.Combine(Repository.Root, "tests", "Lattice.Generator.Tests", "Shapes");

    public static IEnumerable<string> Names =>
        Directory.EnumerateDirectories(Root).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal);

    public static string GetPath(string shape) => Path.Combine(Root, shape);

    public static string ReadSlice(string shape) => File.ReadAllText(Path.Combine(Root, shape, "slice.json"));
}
