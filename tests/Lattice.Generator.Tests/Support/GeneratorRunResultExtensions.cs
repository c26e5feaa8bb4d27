using Microsoft.CodeAnalysis;

namespace Lattice.Generator.Tests.Support;

/// <summary>The emitted texts of a run.</summary>
internal static class GeneratorRunResultExtensions
{
    /// <summary>The text of the only file with a name.</summary>
    public static string GetSource(this GeneratorRunResult result, string hintName) =>
        result.GeneratedSources.Single(source => source.HintName == hintName).SourceText.ToString();

    /// <summary>The text of all files.</summary>
    public static string GetText(this GeneratorRunResult result) =>
        string.Concat(result.GeneratedSources.Select(source => source.SourceText.ToString()));
}
