using Lattice.Fuzz.Slices;
using Lattice.TestSupport.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Lattice.Fuzz.Tests.Invariants;

/// <summary>Each invariant of slices is found to be broken if it is.</summary>
public class SliceInvariantsTests
{
    private static readonly string s_slice =
        File.ReadAllText(Path.Combine(Repository.Root, "tests", "Lattice.Generator.Tests", "two-resources.json"));

    private static readonly GeneratorRunResult s_result = new GeneratorHarness(s_slice, "Shop").Run();

    private static readonly SliceReading s_reading = new(s_slice, s_result, [], s_result, StandIn: null);

    [Fact]
    public void A_correct_reading_breaks_nothing() => Assert.Empty(Check(s_reading));

    [Fact]
    public void An_error_of_the_compiler_is_found() =>
        Assert.Equal([SliceInvariants.Compiles], Check(s_reading with { CompilerErrors = ["error CS0102: …"] }));

    [Fact]
    public void Output_that_depends_on_the_order_of_keys_is_found() =>
        Assert.Equal([SliceInvariants.Order], Check(s_reading with { Reversed = new GeneratorHarness(s_slice, "Other").Run() }));

    [Fact]
    public void An_exception_of_the_stand_in_is_found()
    {
        Assert.Empty(Check(s_reading with { StandIn = new InvalidDataException() }));
        Assert.Equal([SliceInvariants.StandIn], Check(s_reading with { StandIn = new KeyNotFoundException() }));
    }

    [Fact]
    public void A_long_name_of_a_file_is_found() =>
        Assert.Single(SliceInvariants.CheckHintNames([new string('a', 120), new string('b', 121)]));

    [Theory]
    [InlineData("LAT0004", 0, null)]
    [InlineData("LAT0004", 1, "is not at a value of the slice")]
    [InlineData("LAT0004", 99, "is not at a value of the slice")]
    [InlineData("LAT0001", 1, null)]
    [InlineData("LAT0015", 0, "LAT0015")]
    [InlineData("LAT0999", 0, "is not in generator/diagnostics.md")]
    public void A_diagnostic_with_a_wrong_id_or_location_is_found(string id, int column, string? reason)
    {
        Diagnostic diagnostic = Create(id, column);

        IEnumerable<string> failures = DiagnosticCheck.FindFailures([diagnostic], "{ }");

        Assert.Equal(reason is null ? 0 : 1, failures.Count());
        Assert.All(failures, failure => Assert.Contains(reason!, failure, StringComparison.Ordinal));
    }

    [Fact]
    public void A_diagnostic_that_is_reported_twice_is_found() =>
        Assert.StartsWith("2 times: ", Assert.Single(DiagnosticCheck.FindFailures([Create("LAT0004", 0), Create("LAT0004", 0)], "{ }")), StringComparison.Ordinal);

    private static IEnumerable<string> Check(SliceReading reading) =>
        SliceInvariants.Check(reading).Select(violation => violation.Invariant);

    private static Diagnostic Create(string id, int column) => Diagnostic.Create(
        new DiagnosticDescriptor(id, "title", "message", "category", DiagnosticSeverity.Warning, isEnabledByDefault: true),
        Location.Create("slice.json", default, new LinePositionSpan(new LinePosition(0, column), new LinePosition(0, column))));
}
