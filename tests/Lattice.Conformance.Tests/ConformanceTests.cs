using Lattice.Conformance.Reporting;
using Lattice.Stripe.Testing;

namespace Lattice.Conformance.Tests;

/// <summary>
/// The program's report for the create operations of a specification, and for the slice of this repository. The run for every operation of
/// the full specification contains its creates: see <see cref="EveryOperationTests"/>.
/// </summary>
public class ConformanceTests
{
    [Fact]
    public async Task The_slice_conforms_and_a_server_accepts_its_operations()
    {
        // Without a memory, every id in a path is that of an object.
        using var stripe = new StripeStandIn(new StripeStandInOptions { MaxObjectBytes = 0 });
        await using StripeStandInServer server = await StripeStandInServer.StartAsync(stripe);

        // Where the specifications are, analyzers see each kind of emitted code in their runs.
        Report report = await Reports.CreateAsync(
            new Options(Repository.Slice, Server: server.BaseAddress, Analyze: !Specs.AreThere));

        Reports.AssertNoMismatch(report);
        Assert.Equal(report.Operations, report.Sent);
        Assert.NotEqual(0, report.Operations);
    }

    [Specs.Fact]
    public async Task The_facts_of_19_operations_conform()
    {
        Report report = await Reports.CreateAsync(new Options(Specs.Facts));

        Reports.AssertNoMismatch(report);
        Assert.Equal("operations: 19, generated: 19, compiled: 19, warnings: 0, encoded: 19, decoded: 19", report.Summary);
    }

    [Specs.Fact]
    public async Task The_facts_of_all_operations_conform()
    {
        // Analyzers have already seen each kind of emitted code: v1 in the run for the full specification, v2 in the one above.
        Report report = await Reports.CreateAsync(new Options(Specs.Today, Analyze: false));

        Reports.AssertNoMismatch(report);
        Assert.Equal("operations: 118, generated: 118, compiled: 118, warnings: 0, encoded: 118, decoded: 118", report.Summary);
    }
}
