using Lattice.Conformance.Encoding;

namespace Lattice.Conformance.Tests;

/// <summary>The comparison of forms names the different parameter.</summary>
public class FormComparisonTests
{
    [Theory]
    [InlineData("a=1&b=2", "a=1&b=2")]
    [InlineData("a=1", "a=2", "expected a=1, got a=2")]
    [InlineData("a=1&b=2", "a=1", "expected b=2, got nothing")]
    [InlineData("a=1", "a=1&b=2", "expected nothing, got b=2")]
    [InlineData("a=1&b=2", "b=2&a=1", "the order differs: expected a=1 at the position of b=2")]
    [InlineData("a=1", "a=1&a=1", "the order differs: parameters are repeated")]
    public void A_difference_is_reported_by_name(string expected, string actual, params string[] differences) =>
        Assert.Equal(differences, FormComparison.Compare(expected, actual));
}
