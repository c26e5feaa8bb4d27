using System.Text.RegularExpressions;
using Lattice.Tests;

namespace Lattice.Slice.Tests;

/// <summary>The folders of the tool are its namespaces, and depend on each other in one direction.</summary>
public sealed partial class FolderTests
{
    private static readonly string s_root = Path.Combine(Repository.Root, "generator", "Lattice.Slice");

    [Fact]
    public void Namespaces_equal_folders() => Assert.All(
        GetFiles(), file => Assert.Contains($"namespace {GetNamespace(file)};", File.ReadAllText(file), StringComparison.Ordinal));

    [Fact]
    public void Folders_do_not_depend_on_each_other_in_a_cycle()
    {
        Dictionary<string, HashSet<string>> dependencies = GetFiles().GroupBy(GetNamespace).ToDictionary(
            group => group.Key,
            group => group.SelectMany(file => Using().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).ToHashSet());

        // Folders without remaining dependencies are removed until none is left, unless there is a cycle.
        while (dependencies.Where(entry => !entry.Value.Overlaps(dependencies.Keys)).Select(entry => entry.Key).ToList() is { Count: > 0 } free)
        {
            free.ForEach(name => dependencies.Remove(name));
        }

        Assert.Empty(dependencies.Select(entry => $"{entry.Key} -> {string.Join(", ", entry.Value.Intersect(dependencies.Keys))}"));
    }

    private static IEnumerable<string> GetFiles() => Directory.EnumerateFiles(s_root, "*.cs", SearchOption.AllDirectories)
        .Where(file => !Path.GetRelativePath(s_root, file).StartsWith("obj", StringComparison.Ordinal)
            && !Path.GetRelativePath(s_root, file).StartsWith("bin", StringComparison.Ordinal)
            && Path.GetFileName(file) != "Program.cs");

    private static string GetNamespace(string file) => string.Join(
        '.',
        Path.GetRelativePath(s_root, Path.GetDirectoryName(file)!).Split(Path.DirectorySeparatorChar)
            .Where(folder => folder != ".").Prepend("Lattice.Slice"));

    [GeneratedRegex(@"^using (Lattice\.Slice\.[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Using();
}
