using Lattice.Conformance.Reporting;

namespace Lattice.Conformance.Tests;

/// <summary>The program's report for the operations of every kind in Stripe's specifications.</summary>
public class EveryOperationTests
{
    [Specs.Fact]
    public async Task Every_operation_of_the_full_specification_conforms()
    {
        Report report = await Reports.CreateAsync(new Options(Specs.Full, Reports.Fixtures, Every: true));

        Reports.AssertNoMismatch(report);
        Assert.Equal(["GET /v1/quotes/{quote}/pdf: its response is application/pdf"], report.Reported);
        Assert.Equal(
            "operations: 468, generated: 467, reported: 1, compiled: 467, warnings: 0, encoded: 467, decoded: 467", report.Summary);
    }

    [Specs.Fact]
    public async Task Every_operation_of_the_facts_conforms()
    {
        Report report = await Reports.CreateAsync(new Options(Specs.Today, Every: true));

        Reports.AssertNoMismatch(report);
        Assert.Equal("operations: 618, generated: 618, compiled: 618, warnings: 0, encoded: 618, decoded: 618", report.Summary);
    }
}
