using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Lattice.Generator.Pipeline;

/// <summary>The options that the project passes to the generator through MSBuild.</summary>
internal static class ProjectOptions
{
    // For a compiler that runs without the properties of a project.
    private const string DefaultNamespace = "Lattice.Stripe";

    /// <summary>Whether the file is a <c>LatticeSpec</c> item.</summary>
    public static bool IsSpec(AdditionalText file, AnalyzerConfigOptionsProvider options) =>
        options.GetOptions(file).TryGetValue("build_metadata.AdditionalFiles.LatticeSpec", out string? value)
            && value.Equals("true", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The property <c>LatticeNamespace</c>. If the project does not set it, the package's targets set it to
    /// <c>StripeApi</c> below <c>RootNamespace</c>.
    /// </summary>
    public static string GetRootNamespace(AnalyzerConfigOptionsProvider options) =>
        GetProperty(options, "LatticeNamespace")
            ?? (GetProperty(options, "RootNamespace") is { } rootNamespace ? $"{rootNamespace}.StripeApi" : DefaultNamespace);

    /// <summary>
    /// Whether the property <c>LatticeVisibility</c> is <c>internal</c>. The package's targets report a value that it cannot have.
    /// </summary>
    public static bool IsInternal(AnalyzerConfigOptionsProvider options) =>
        string.Equals(GetProperty(options, "LatticeVisibility"), "internal", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the project contains the file that refers to <see cref="LoadMarker"/>.</summary>
    public static bool IsLoadChecked(AnalyzerConfigOptionsProvider options) =>
        string.Equals(GetProperty(options, "LatticeCheckGenerator"), "true", StringComparison.OrdinalIgnoreCase);

    private static string? GetProperty(AnalyzerConfigOptionsProvider options, string name) =>
        options.GlobalOptions.TryGetValue($"build_property.{name}", out string? value) && value.Length > 0 ? value : null;

    /// <summary>The first part of a namespace that is not a valid name; <see langword="null"/> if all are valid.</summary>
    public static string? FindInvalidPart(string @namespace) => @namespace.Split('.').FirstOrDefault(part =>
        !SyntaxFacts.IsValidIdentifier(part) || SyntaxFacts.GetKeywordKind(part) != SyntaxKind.None);
}
