using System.Collections.Immutable;
using Lattice.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Lattice.TestSupport.Generation;

/// <summary>The generator in the compiler's driver.</summary>
public static class GeneratorHost
{
    /// <summary>C# 12, the oldest version that emitted code must compile with, and with documentation comments.</summary>
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    /// <summary>All assemblies that the running program can load.</summary>
    public static ImmutableArray<MetadataReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <param name="files">The files of the project; those that end in <c>.json</c> are slices.</param>
    /// <param name="properties">The properties of MSBuild that the compiler sees.</param>
    /// <param name="trackSteps">Whether the driver records which steps ran.</param>
    public static GeneratorDriver CreateDriver(
        ImmutableArray<AdditionalText> files, IReadOnlyDictionary<string, string> properties, bool trackSteps = false) =>
        CSharpGeneratorDriver.Create(
            [new StripeGenerator().AsSourceGenerator()],
            files,
            ParseOptions,
            new TestOptions(properties),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: trackSteps));
}
