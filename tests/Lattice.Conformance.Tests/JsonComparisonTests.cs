using System.Text.Json;
using Lattice.Conformance.Encoding;

namespace Lattice.Conformance.Tests;

/// <summary>The comparison of JSON bodies sees what differs, and nothing else.</summary>
public class JsonComparisonTests
{
    private static readonly DateTimeOffset s_time = new(2023, 9, 12, 12, 30, 15, TimeSpan.FromHours(2));

    [Theory]
    [InlineData("""{"b": [1, null], "a": "é", "time": "2023-09-12T10:30:15Z"}""")]
    [InlineData("""{"a": "\u00e9", "time": "2023-09-12T10:30:15.000Z", "b": [1, null]}""")]
    public void Order_and_escapes_mean_nothing(string json) => Assert.Empty(Compare(json));

    [Theory]
    [InlineData("""{"b": [1, null], "a": "é"}""", ".time: expected")]
    [InlineData("""{"b": [1, null], "a": "e", "time": "2023-09-12T10:30:15Z"}""", ".a: expected é, got")]
    [InlineData("""{"b": [1], "a": "é", "time": "2023-09-12T10:30:15Z"}""", ".b: expected an array of 2")]
    [InlineData("""{"b": ["1", null], "a": "é", "time": "2023-09-12T10:30:15Z"}""", ".b[0]: expected 1")]
    [InlineData("""{"b": [1, null], "a": "é", "time": "2023-09-12T12:30:15+02:00"}""", ".time: expected")]
    [InlineData("""{"b": [1, null], "a": "é", "time": "2023-09-12T10:30:15Z", "c": 1}""", ".c: expected nothing")]
    [InlineData("""{"b": [1, null], "a": "é", "a": "é", "time": "2023-09-12T10:30:15Z"}""", ".a is written 2 times")]
    public void A_difference_is_seen(string json, string difference) =>
        Assert.Contains(Compare(json), found => found.StartsWith(difference, StringComparison.Ordinal));

    private static string[] Compare(string json)
    {
        Dictionary<string, object?> expected = new() { ["a"] = "é", ["b"] = new List<object?> { 1L, null }, ["time"] = s_time };
        return [.. JsonComparison.Compare(expected, JsonElement.Parse(json))];
    }
}
