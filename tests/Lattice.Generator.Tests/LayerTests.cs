using Lattice.TestSupport.Layering;

namespace Lattice.Generator.Tests;

/// <summary>The folders of the generator depend on each other in one direction.</summary>
public class LayerTests
{
    private static readonly string[] s_dependencies =
    [
        .. FolderDependencies.Read(typeof(StripeGenerator).Assembly.Location, "Lattice").Split('\n')
            .Where(line => line.StartsWith("Generator", StringComparison.Ordinal)),
    ];

    [Fact]
    public void Emitters_use_only_the_model_and_its_names() =>
        Assert.Contains("Generator.Emitting -> Spec.Model, Spec.Naming", s_dependencies);

    [Fact]
    public void No_folder_uses_a_folder_that_uses_it() => Assert.Equal("", FolderDependencies.FindCycles(string.Join('\n', s_dependencies)));
}
