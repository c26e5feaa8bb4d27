
namespace Lattice.Stripe.Testing.Tests;

/// <summary>What users see of the package.</summary>
public class PublicApiTests
{
    [Fact]
    public void The_public_api_is_as_listed()
    {
        string folder = Path.Combine(Repository.Root, "tests", "Lattice.Testing.Server.Tests");

        Assert.Equal("", VerifiedText.Compare(
            folder, "Lattice.Testing.Server", ".txt", PublicApi.List(typeof(StripeStandInServer).Assembly)));
    }
}
