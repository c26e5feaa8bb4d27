using System.Text.RegularExpressions;
using Lattice.Conformance.Reporting;

namespace Lattice.Conformance.Tests;

/// <summary>
/// The program's report for the operations of every kind in Stripe's full specification. For another one, run the program with
/// <c>--every</c>; it takes a few minutes.
/// </summary>
public partial class EveryOperationTests(EveryOperationTests.Runs runs) : IClassFixture<EveryOperationTests.Runs>
{
    [Specs.Fact]
    public async Task Every_operation_of_the_full_specification_conforms()
    {
        Report report = await runs.Full.Value;

        Reports.AssertNoMismatch(report);
        Assert.Empty(report.Reported);
        Assert.Equal("operations: 468, generated: 468, compiled: 468, warnings: 0, encoded: 468, decoded: 468", report.Summary);
    }

    [Specs.Fact]
    public async Task No_two_operations_have_the_same_name()
    {
        ILookup<string, string> routes = (await runs.Full.Value).Names
            .SelectMany(names => names.Select(name => (Name: name, Route: Placeholder().Replace(names.Key, "{}"))))
            .Distinct()
            .ToLookup(entry => entry.Name, entry => entry.Route);

        Assert.Empty(routes.Where(name => name.Count() > 1).Select(name => $"{name.Key}: {string.Join(", ", name)}"));
        Assert.Empty(routes.SelectMany(name => name.Select(route => (name.Key, route))).CountBy(entry => entry.route)
            .Where(route => route.Value > 1).Select(route => route.Key));
    }

    // Stripe has renamed some placeholders.
    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Placeholder();

    /// <summary>One run for all tests, because it takes minutes.</summary>
    public sealed class Runs
    {
        internal Lazy<Task<Report>> Full { get; } = new(() => Reports.CreateAsync(new Options(Specs.Full, Reports.Fixtures, Every: true)));
    }
}
