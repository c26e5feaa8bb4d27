using System.Diagnostics.CodeAnalysis;
using Lattice.Conformance.SpecReading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Lattice.Conformance.Generation;

/// <summary>The specification as the compiler passes it to the generator.</summary>
internal sealed class SpecText(SpecDocument spec) : AdditionalText
{
    public override string Path => spec.Path;

    public override SourceText GetText(CancellationToken cancellationToken = default) =>
        SourceText.From(spec.Text, System.Text.Encoding.UTF8);
}

/// <summary>The MSBuild metadata that marks the file as a <c>LatticeSpec</c>.</summary>
internal sealed class SpecMarker : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(isSpec: false);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values(isSpec: false);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(textFile is SpecText);

    private sealed class Values(bool isSpec) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = isSpec && key == "build_metadata.AdditionalFiles.LatticeSpec" ? "true" : null;
            return value is not null;
        }
    }
}
