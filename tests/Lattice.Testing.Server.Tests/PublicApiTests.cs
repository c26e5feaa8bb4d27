
namespace Lattice.Stripe.Testing.Tests;

/// <summary>The public surface of the package.</summary>
public class PublicApiTests
{
    [Fact]
    public void The_public_API_matches_the_listing()
    {
        string folder = Path.Combine(Repository.Root, "tests", "Lattice.Testing.Server.Tests");

        Assert.Equal("", VerifiedText.Compare(
            folder, "Lattice.Testing.Server", ".txt", PublicApi.List(typeof(StripeStandInServer).Assembly)));
    }
}
