using Lattice.TestSupport.Layering;

namespace Lattice.Stripe.Testing.Tests;

/// <summary>The folders of the stand-in depend on each other in one direction.</summary>
public sealed class LayerTests
{
    [Fact]
    public void Each_folder_uses_only_the_folders_before_it() => Assert.Empty(Layers.FindViolations(
        typeof(StripeStandIn).Assembly.Location,
        "Lattice.Stripe.Testing",
        "Redaction", "Spec", "Errors", "Parameters", "Storage", "Responses", "ResourceSerialization", "Idempotency", "Stubs", "Operations",
        "Pipeline", "Hosting", "Assertions"));

    [Theory]
    [InlineData("runtime/Lattice.Testing")]
    [InlineData("runtime/Lattice.Testing.Server")]
    public void Namespaces_equal_folders(string folder) => Assert.Empty(Layers.FindForeignNamespaces(folder, "Lattice.Stripe.Testing"));
}
