using Lattice.TestSupport.Layering;

namespace Lattice.Slice.Tests;

/// <summary>The folders of the tool depend on each other in one direction.</summary>
public sealed class LayerTests
{
    [Fact]
    public void Each_folder_uses_only_the_folders_before_it() => Assert.Empty(Layers.FindViolations(
        typeof(ExitCodes).Assembly.Location,
        "Lattice.Slice",
        "Files", "Output", "Caching", "Specifications", "Configuration", "Generation", "Secrets", "Slicing",
        "Checking.Changes", "Checking.Comparing", "Checking.Reports", "Checking", "Editing", "Serving", "Commands"));

    [Fact]
    public void Namespaces_equal_folders() => Assert.Empty(Layers.FindForeignNamespaces("generator/Lattice.Slice", "Lattice.Slice"));
}
