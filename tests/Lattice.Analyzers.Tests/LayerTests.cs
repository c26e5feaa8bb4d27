using Lattice.TestSupport.Layering;

namespace Lattice.Analyzers.Tests;

/// <summary>The folders of rules share what is in Operations, and do not use each other.</summary>
public class LayerTests
{
    [Fact]
    public void The_folders_of_rules_use_only_what_they_share()
    {
        ILookup<string, string> uses = FolderDependencies.Read(typeof(Rules).Assembly.Location, "Lattice.Analyzers")
            .SelectMany(folder => folder.Value.Append(folder.Key), (folder, used) => (Folder: Top(folder.Key), Used: Top(used)))
            .ToLookup(use => use.Folder, use => use.Used);

        Assert.Equal(["Calls", "Operations", "Parameters", "Secrets"], uses.Select(folder => folder.Key).Order(StringComparer.Ordinal));
        Assert.All(uses, folder => Assert.Empty(folder.Except([folder.Key, "Operations"])));
    }

    [Theory]
    [InlineData("generator/Lattice.Analyzers", "Lattice.Analyzers")]
    [InlineData("generator/Lattice.Analyzers.CodeFixes", "Lattice.Analyzers.CodeFixes")]
    public void Namespaces_equal_folders(string folder, string root) => Assert.Empty(Layers.FindForeignNamespaces(folder, root));

    private static string Top(string folder) => folder.Split('.')[0];
}
