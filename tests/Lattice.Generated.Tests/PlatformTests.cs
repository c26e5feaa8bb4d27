using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests;

/// <summary>The sample that goes from the account of a seller to the payout.</summary>
public class PlatformTests
{
    [Fact]
    public async Task It_onboards_a_seller_charges_a_customer_and_pays_out()
    {
        (int exitCode, string output) = await Sample.RunAsync("Platform", []);

        Assert.Equal(0, exitCode);
        Assert.Collection(
            output.TrimEnd().Split('\n', StringSplitOptions.TrimEntries),
            line => Assert.Matches("^account    acct_[A-Za-z0-9]+, payouts enabled: False$", line),
            line => Assert.Equal("onboarding finished", line),
            line => Assert.Matches("^payment    pi_[A-Za-z0-9]+, 100.00 usd, succeeded$", line),
            line => Assert.Matches("^payout     po_[A-Za-z0-9]+, 90.00 usd, pending$", line));
    }

    [Fact]
    public void It_is_one_short_file()
    {
        string file = Assert.Single(Directory.EnumerateFiles(Sample.GetFolder("Platform"), "*.cs"));

        Assert.InRange(File.ReadLines(file).Count(), 1, 80);
    }
}
