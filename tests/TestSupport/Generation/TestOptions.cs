using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Lattice.TestSupport.Generation;

/// <summary>What MSBuild tells the generator: JSON files are slices, others are not.</summary>
public sealed class TestOptions(IReadOnlyDictionary<string, string> properties) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(
        properties.ToDictionary(property => $"build_property.{property.Key}", property => property.Value));

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values([]);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(
        textFile.Path.EndsWith(".json", StringComparison.Ordinal)
            ? new Dictionary<string, string> { ["build_metadata.AdditionalFiles.LatticeSpec"] = "true" }
            : []);

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
