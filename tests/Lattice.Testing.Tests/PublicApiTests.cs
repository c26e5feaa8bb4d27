
namespace Lattice.Stripe.Testing.Tests;

/// <summary>The public surface of the package.</summary>
public class PublicApiTests
{
    [Fact]
    public void The_public_API_matches_the_listing()
    {
        string folder = Path.Combine(Repository.Root, "tests", "Lattice.Testing.Tests");

        Assert.Equal("", VerifiedText.Compare(folder, "Lattice.Testing", ".txt", PublicApi.List(typeof(StripeStandIn).Assembly)));
    }

    [Fact]
    public void The_package_and_its_tests_run_without_ASP_NET_Core()
    {
        string[] available = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => Path.GetFileNameWithoutExtension(path))];

        Assert.Contains(typeof(StripeStandIn).Assembly.GetName().Name, available);
        Assert.DoesNotContain(available, name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }
}
