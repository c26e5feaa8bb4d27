using System.Text.RegularExpressions;
using Lattice.Tests;

namespace Lattice.Spec.Tests;

/// <summary>The folders are the namespaces, and depend on each other in one direction.</summary>
public partial class FolderTests
{
    // Each folder can use the folders before it.
    private static readonly string[] s_folders = ["Json", "Model", "OpenApi", "Stripe", "Naming", "Reading"];

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Root, "*.cs", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
        .Where(file => !file.StartsWith("obj/", StringComparison.Ordinal) && !file.StartsWith("bin/", StringComparison.Ordinal))];

    private static string Root => Path.Combine(Repository.Root, "generator", "Lattice.Spec");

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_uses_only_folders_before_its_own(string file)
    {
        string text = File.ReadAllText(Path.Combine(Root, file));
        string folder = file.Split('/')[0];

        Assert.Contains($"\nnamespace Lattice.Spec.{folder};\n", "\n" + text, StringComparison.Ordinal);
        Assert.All(Using().Matches(text), match => Assert.InRange(
            Array.IndexOf(s_folders, match.Groups["folder"].Value), 0, Array.IndexOf(s_folders, folder) - 1));
    }

    [GeneratedRegex(@"\busing (static )?Lattice\.Spec\.(?<folder>\w+)")]
    private static partial Regex Using();
}
