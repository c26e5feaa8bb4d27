
namespace Lattice.Stripe.Tests.Surface;

/// <summary>What users see of the runtime.</summary>
public class PublicApiTests
{
    [Fact]
    public void The_public_api_is_as_listed()
    {
        string folder = Path.Combine(Repository.Root, "tests", "Lattice.Runtime.Tests", "Surface");

        Assert.Equal("", VerifiedText.Compare(folder, "Lattice.Runtime", ".txt", PublicApi.List(typeof(StripeClient).Assembly)));
    }
}
