
namespace Lattice.Stripe.Tests;

/// <summary>What users see of the package.</summary>
public class PublicApiTests
{
    [Fact]
    public void The_public_api_is_as_listed()
    {
        string folder = Path.Combine(Repository.Root, "tests", "Lattice.Runtime.AspNetCore.Tests");

        Assert.Equal("", VerifiedText.Compare(
            folder, "Lattice.Runtime.AspNetCore", ".txt", PublicApi.List(typeof(StripeResults).Assembly)));
    }
}
