using Lattice.TestSupport.Layering;

namespace Lattice.Generator.Tests;

/// <summary>The folders of the generator and of the reader depend on each other in one direction.</summary>
public class LayerTests
{
    private static readonly string s_assembly = typeof(StripeGenerator).Assembly.Location;

    [Fact]
    public void Each_folder_of_the_reader_uses_only_the_folders_before_it() => Assert.Empty(
        Layers.FindViolations(s_assembly, "Lattice.Spec", "Json", "Model", "OpenApi", "Stripe", "Naming", "Reading"));

    [Fact]
    public void Emitters_use_only_the_model_and_its_names()
    {
        IReadOnlyDictionary<string, IReadOnlyCollection<string>> uses = FolderDependencies.Read(s_assembly, "Lattice");

        Assert.Equal(["Spec.Model", "Spec.Naming"], uses["Generator.Emitting"]);
        Assert.Contains("Generator.Emitting", uses["Generator.Pipeline"]);
        Assert.DoesNotContain("Generator", uses.Where(folder => folder.Key.StartsWith("Spec.", StringComparison.Ordinal))
            .SelectMany(folder => folder.Value).Select(used => used.Split('.')[0]));
    }

    [Theory]
    [InlineData("generator/Lattice.Generator", "Lattice.Generator")]
    [InlineData("generator/Lattice.Spec", "Lattice.Spec")]
    public void Namespaces_equal_folders(string folder, string root) => Assert.DoesNotContain(
        Layers.FindForeignNamespaces(folder, root), path => !path.StartsWith("Compatibility/", StringComparison.Ordinal));
}
