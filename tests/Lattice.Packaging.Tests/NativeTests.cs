using Lattice.Packaging.Tests.Support;
using Lattice.Stripe.Testing;

namespace Lattice.Packaging.Tests;

/// <summary>Trimmed and native AOT apps work, compile without warnings, and are small.</summary>
[Collection(nameof(PackageFeed))]
public sealed class NativeTests(PackageFeed feed)
{
    // More than the app with handwritten code for the same call.
    private const long MaxBytesOverFloor = 150 * 1024;
    private const long MaxBytesPerResource = 30 * 1024;

    [NativeFact]
    public async Task A_native_app_works_and_is_slightly_larger_than_handwritten_code()
    {
        NativeApp floor = await feed.NativeApps.GetFloorAsync();
        NativeApp app = await feed.NativeApps.GetOneResourceAsync();

        AssertNoWarnings(app);
        Assert.InRange(app.Size - floor.Size, 0, MaxBytesOverFloor);
        await using StripeStandInServer server = await StripeStandInServer.StartAsync();
        string output = await DotNet.RunAsync(Path.GetDirectoryName(app.File)!, app.File, server.BaseAddress.AbsoluteUri);
        Assert.StartsWith($"{server.PageAddress}account_link/acct_", output, StringComparison.Ordinal);
        Assert.Equal(200, Assert.Single(server.StandIn.Requests).StatusCode);
    }

    [NativeFact]
    public async Task Each_further_resource_adds_at_most_30_KB()
    {
        NativeApp one = await feed.NativeApps.GetOneResourceAsync();
        NativeApp several = await feed.NativeApps.GetSeveralResourcesAsync();

        AssertNoWarnings(several);
        Assert.InRange((several.Size - one.Size) / NativeApps.FurtherResources, 0, MaxBytesPerResource);
    }

    [NativeFact(NeedsSpecification = true)]
    public async Task One_of_ten_resources_costs_as_much_as_a_single_one()
    {
        NativeApp floor = await feed.NativeApps.GetFloorAsync();
        NativeApp app = await feed.NativeApps.GetTenResourcesAsync();

        AssertNoWarnings(app);
        Assert.InRange(app.Size - floor.Size, 0, MaxBytesOverFloor);
    }

    [NativeFact(NeedsSpecification = true)]
    public async Task One_of_all_resources_costs_as_much_as_a_single_one()
    {
        NativeApp floor = await feed.NativeApps.GetFloorAsync();
        NativeApp app = await feed.NativeApps.GetWholeSpecificationAsync();

        AssertNoWarnings(app);
        Assert.InRange(app.Size - floor.Size, 0, MaxBytesOverFloor);
    }

    [NativeFact]
    public async Task A_trimmed_app_works_and_compiles_without_warnings()
    {
        var consumer = new Consumer(feed, "Trimmed", "net10.0", "Lattice.Stripe",
            "<OutputType>Exe</OutputType><PublishTrimmed>true</PublishTrimmed><TrimmerSingleWarn>false</TrimmerSingleWarn>");
        consumer.Write("Program.cs", Consumer.Program);

        string output = await consumer.PublishAsync("out", "-r", "linux-x64", "--self-contained");

        Assert.DoesNotContain("warning", output, StringComparison.OrdinalIgnoreCase);
        await consumer.AssertCreatesLinkAsync(consumer.Path("out/Trimmed"));
    }

    private static void AssertNoWarnings(NativeApp app) => Assert.DoesNotContain("warning", app.Output, StringComparison.OrdinalIgnoreCase);
}
