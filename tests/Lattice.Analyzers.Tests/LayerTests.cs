using Lattice.TestSupport.Layering;

namespace Lattice.Analyzers.Tests;

/// <summary>The folders of rules share what is in Operations, and do not use each other.</summary>
public class LayerTests
{
    [Fact]
    public void The_folders_of_rules_use_only_what_they_share()
    {
        IReadOnlyDictionary<string, IReadOnlyCollection<string>> uses =
            FolderDependencies.Read(typeof(Rules).Assembly.Location, "Lattice.Analyzers");

        Assert.Equal(["Calls", "Operations", "Parameters", "Secrets"], uses.Keys);
        Assert.All(uses, folder => Assert.Empty(folder.Value.Except(["Operations"])));
    }

    [Theory]
    [InlineData("generator/Lattice.Analyzers", "Lattice.Analyzers")]
    [InlineData("generator/Lattice.Analyzers.CodeFixes", "Lattice.Analyzers.CodeFixes")]
    public void Namespaces_equal_folders(string folder, string root) => Assert.Empty(Layers.FindForeignNamespaces(folder, root));
}
