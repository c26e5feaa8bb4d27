using Lattice.Packaging.Tests.Support;
using Lattice.Stripe.Testing;

namespace Lattice.Packaging.Tests;

/// <summary>Apps that are trimmed or compiled ahead of time: without warnings, working, and small.</summary>
[Collection(nameof(PackageFeed))]
public sealed class NativeTests(PackageFeed feed)
{
    // Over the app that does the same by hand.
    private const long MaxBytesOverFloor = 150 * 1024;
    private const long MaxBytesPerResource = 30 * 1024;

    [NativeFact]
    public async Task A_native_app_works_and_is_little_larger_than_one_by_hand()
    {
        NativeApp floor = await feed.NativeApps.FloorAsync();
        NativeApp app = await feed.NativeApps.OneResourceAsync();

        AssertNoWarnings(app);
        Assert.InRange(app.Size - floor.Size, 0, MaxBytesOverFloor);
        await using StripeStandInServer server = await StripeStandInServer.StartAsync();
        string output = await DotNet.RunAsync(Path.GetDirectoryName(app.File)!, app.File, server.BaseAddress.AbsoluteUri);
        Assert.StartsWith($"{server.PageAddress}account_link/acct_", output, StringComparison.Ordinal);
        Assert.Equal(200, Assert.Single(server.StandIn.Requests).StatusCode);
    }

    [NativeFact]
    public async Task Each_further_resource_adds_little()
    {
        NativeApp one = await feed.NativeApps.OneResourceAsync();
        NativeApp several = await feed.NativeApps.SeveralResourcesAsync();

        AssertNoWarnings(several);
        Assert.InRange((several.Size - one.Size) / NativeApps.FurtherResources, 0, MaxBytesPerResource);
    }

    [NativeFact(NeedsSpecification = true)]
    public async Task Ten_resources_of_which_one_is_used_cost_what_one_costs()
    {
        NativeApp floor = await feed.NativeApps.FloorAsync();
        NativeApp app = await feed.NativeApps.TenResourcesAsync();

        AssertNoWarnings(app);
        Assert.InRange(app.Size - floor.Size, 0, MaxBytesOverFloor);
    }

    [NativeFact(NeedsSpecification = true)]
    public async Task All_resources_of_Stripe_of_which_one_is_used_cost_what_one_costs()
    {
        NativeApp floor = await feed.NativeApps.FloorAsync();
        NativeApp app = await feed.NativeApps.WholeSpecificationAsync();

        AssertNoWarnings(app);
        Assert.InRange(app.Size - floor.Size, 0, MaxBytesOverFloor);
    }

    [NativeFact]
    public async Task A_trimmed_app_works_without_a_warning()
    {
        var consumer = new Consumer(feed, "Trimmed", "net10.0", "Lattice.Generated",
            "<OutputType>Exe</OutputType><PublishTrimmed>true</PublishTrimmed><TrimmerSingleWarn>false</TrimmerSingleWarn>");
        consumer.Write("Program.cs", Consumer.Program);

        string output = await consumer.PublishAsync("out", "-r", "linux-x64", "--self-contained");

        Assert.DoesNotContain("warning", output, StringComparison.OrdinalIgnoreCase);
        await consumer.AssertCreatesLinkAsync(consumer.Path("out/Trimmed"));
    }

    private static void AssertNoWarnings(NativeApp app) => Assert.DoesNotContain("warning", app.Output, StringComparison.OrdinalIgnoreCase);
}
