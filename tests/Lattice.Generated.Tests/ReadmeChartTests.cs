using System.Xml.Linq;

namespace Lattice.Stripe.Tests;

/// <summary>The chart of the README and the table below it are from the same measurement.</summary>
public class ReadmeChartTests
{
    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void The_table_has_the_numbers_of_the_chart()
    {
        string readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md")).ReplaceLineEndings("\n");
        XDocument chart = XDocument.Load(Path.Combine(Repository.Root, "tests", "Lattice.Benchmarks", "calls.svg"));
        XElement[] texts = [.. chart.Descendants(s_svg + "text")];

        // Each label is followed by the ratio and the measured value, first in the panel of times and then in that of memory.
        ILookup<string, string[]> bars = texts.Zip(texts.Skip(1))
            .Where(pair => (string?)pair.First.Attribute("class") == "label")
            .ToLookup(pair => pair.First.Value, pair => pair.Second.Value.Split(' ', 2));

        Assert.Equal(5, bars.Count);
        foreach (IGrouping<string, string[]> bar in bars)
        {
            string[] row = readme.Split($"\n| {bar.Key} | ")[1].Split('\n')[0].Split(" | ");
            bool isFloor = bar.All(values => values[0] == "1.00");
            Assert.Equal(
                bar.Select(values => isFloor ? values[1].Replace(" bytes", "", StringComparison.Ordinal) : values[0]),
                row[..2]);
        }

        string environment = texts[^1].Value;
        Assert.StartsWith("BenchmarkDotNet ", environment, StringComparison.Ordinal);
        Assert.Contains($"Measured with {environment.Split(',')[0]} ", readme, StringComparison.Ordinal);
    }
}
