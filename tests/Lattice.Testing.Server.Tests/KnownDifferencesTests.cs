using System.Globalization;
using Lattice.Parity;
using Lattice.Parity.Comparing;
using Lattice.Stripe.Testing.Tests.Support;

namespace Lattice.Stripe.Testing.Tests;

/// <summary>The list of known differences: how it is read, and that its rows are true and say no more than they mean.</summary>
public sealed class KnownDifferencesTests
{
    private static readonly KnownDifferences s_known = KnownDifferences.Parse(
        File.ReadAllText(Path.Combine(Repository.Root, "tests", "Lattice.Parity", "differences.md")));

    /// <summary>The requests of a slice with all shapes.</summary>
    private static readonly Lazy<Task<ParityReport>> s_report = new(
        async () => await ParityRun.RunAsync(await File.ReadAllTextAsync(WidgetSlice.Path), server: null, KnownDifferences.None));

    public static IEnumerable<object[]> Rows => s_known.Rows.Select(row => new object[] { row.Kind, row.StandIn });

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task The_stand_in_responds_as_each_row_says(string kind, string standIn)
    {
        Comparison[] comparisons = [.. (await s_report.Value).Comparisons.Where(comparison => IsOfKind(comparison, kind))];

        Assert.NotEmpty(comparisons);
        Assert.All(comparisons, comparison => Assert.Equal(standIn, comparison.StandIn.ToString()));
    }

    [Theory]
    [InlineData("required parameters", "200", "400 invalid_request_error")]
    [InlineData("all parameters", "200", "400 invalid_request_error")]
    [InlineData("no key", "401 invalid_request_error", "200")]
    [InlineData("unknown URL", "404 invalid_request_error", "200")]
    [InlineData("invalid version", "400 invalid_request_error", "500 api_error")]
    [InlineData("unknown parameter", "400 invalid_request_error own", "200")]
    [InlineData("missing parameter", "400 invalid_request_error own", "200")]
    [InlineData("empty value", "400 invalid_request_error own", "200")]
    [InlineData("invalid integer", "400 invalid_request_error own", "200")]
    [InlineData("invalid integer", "400 invalid_request_error other", "400 invalid_request_error")]
    [InlineData("invalid integer", "400 invalid_request_error own", "400 invalid_request_error other")]
    [InlineData("invalid integer", "200", "400 invalid_request_error")]
    [InlineData("unknown enum value", "400 invalid_request_error own", "404 invalid_request_error")]
    public void A_row_explains_no_other_difference(string kind, string standIn, string other)
        => Assert.Null(s_known.Find(kind, Parse(standIn), Parse(other)));

    [Theory]
    [InlineData("| no key | 401 | 200 |", "Line 1 ")]
    [InlineData("text\n| no key | 401 | 200 | |", "Line 2 ")]
    public void A_row_without_a_reason_is_an_error(string markdown, string line)
    {
        var exception = Assert.Throws<InvalidDataException>(() => KnownDifferences.Parse(markdown));

        Assert.StartsWith(line, exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Rows are about API v1. The row of <c>*</c> is about every request with an invalid parameter.</summary>
    private static bool IsOfKind(Comparison comparison, string kind)
        => comparison.Request.Path.StartsWith("/v1/", StringComparison.Ordinal)
            && (kind == "*" ? comparison.Request.Param is not null : comparison.Request.Kind == kind);

    private static Outcome Parse(string text)
    {
        string[] parts = text.Split(' ');
        return new Outcome(int.Parse(parts[0], CultureInfo.InvariantCulture), parts.ElementAtOrDefault(1), parts.ElementAtOrDefault(2));
    }
}
