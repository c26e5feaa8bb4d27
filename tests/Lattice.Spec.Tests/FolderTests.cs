using System.Text.RegularExpressions;
using Lattice.Tests;

namespace Lattice.Spec.Tests;

/// <summary>The folders are the namespaces, and depend on each other in one direction.</summary>
public partial class FolderTests
{
    // Each folder can use the folders before it.
    private static readonly string[] s_folders = ["Json", "Model", "OpenApi", "Stripe", "Naming", "Reading"];

    [Fact]
    public void A_file_uses_only_folders_before_its_own() => Assert.All(s_folders, folder =>
    {
        string path = Path.Combine(Repository.Root, "generator", "Lattice.Spec", folder);
        string[] files = Directory.GetFiles(path, "*.cs");

        Assert.NotEmpty(files);
        Assert.All(files, file => AssertUses(File.ReadAllText(file), folder));
    });

    private static void AssertUses(string text, string folder)
    {
        Assert.Contains($"namespace Lattice.Spec.{folder};", text, StringComparison.Ordinal);
        foreach (Match match in Using().Matches(text))
        {
            Assert.Contains(match.Groups["folder"].Value, s_folders[..Array.IndexOf(s_folders, folder)]);
        }
    }

    [GeneratedRegex(@"\busing (static )?Lattice\.Spec\.(?<folder>\w+)")]
    private static partial Regex Using();
}
