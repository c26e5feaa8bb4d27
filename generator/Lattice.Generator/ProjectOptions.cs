using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Lattice.Generator;

/// <summary>What the project says to the generator through MSBuild.</summary>
internal static class ProjectOptions
{
    private const string DefaultNamespace = "Lattice.Stripe";

    /// <summary>Whether the file is a <c>LatticeSpec</c> item.</summary>
    public static bool IsSpec(AdditionalText file, AnalyzerConfigOptionsProvider options) =>
        options.GetOptions(file).TryGetValue("build_metadata.AdditionalFiles.LatticeSpec", out string? value)
            && value.Equals("true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The property <c>LatticeNamespace</c>.</summary>
    public static string GetRootNamespace(AnalyzerConfigOptionsProvider options) =>
        options.GlobalOptions.TryGetValue("build_property.LatticeNamespace", out string? value) && value.Length > 0
            ? value
            : DefaultNamespace;

    /// <summary>The first part of a namespace that cannot be one, or <see langword="null"/> if all can.</summary>
    public static string? FindInvalidPart(string @namespace) => @namespace.Split('.').FirstOrDefault(part =>
        !SyntaxFacts.IsValidIdentifier(part) || SyntaxFacts.GetKeywordKind(part) != SyntaxKind.None);
}
