using Lattice.TestSupport.Layering;

namespace Lattice.Stripe.Tests;

/// <summary>The folders of the runtime depend on each other in one direction.</summary>
public sealed class LayerTests
{
    [Fact]
    public void Each_folder_uses_only_the_folders_before_it() => Assert.Empty(Layers.FindViolations(
        typeof(StripeClient).Assembly.Location,
        "Lattice.Stripe",
        "Buffers",
        "Serialization", "Serialization.Json", "Serialization.Form", "Serialization.Multipart",
        "Errors",
        "Http",
        "Observability",
        "Pipeline",
        "Webhooks"));

    [Theory]
    [InlineData("runtime/Lattice.Runtime")]
    [InlineData("runtime/Lattice.Runtime.AspNetCore")]
    [InlineData("runtime/Lattice.Runtime.DependencyInjection")]
    public void Namespaces_equal_folders(string folder) => Assert.Empty(Layers.FindForeignNamespaces(folder, "Lattice.Stripe"));
}
