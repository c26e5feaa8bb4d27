using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lattice.Generator.Tests.Support;

/// <summary>The emitted texts of a run.</summary>
internal static class GeneratorRunResultExtensions
{
    /// <summary>The text of each type with its documentation, by full name. A file can hold several types.</summary>
    public static IReadOnlyDictionary<string, string> GetTypes(this GeneratorRunResult result) => result.GetDeclarations()
        .ToDictionary(GetFullName, type => type.ToFullString(), StringComparer.Ordinal);

    /// <summary>The declarations of all types, in the order of the files.</summary>
    public static IEnumerable<BaseTypeDeclarationSyntax> GetDeclarations(this GeneratorRunResult result) => result.GeneratedSources
        .SelectMany(source => source.SyntaxTree.GetRoot().DescendantNodes(node => node is not BaseTypeDeclarationSyntax))
        .OfType<BaseTypeDeclarationSyntax>();

    /// <summary>Whether a file declares the type with this full name.</summary>
    public static bool HasType(this GeneratorRunResult result, string fullName) =>
        result.GetDeclarations().Any(type => GetFullName(type) == fullName);

    /// <summary>The text of the type with this full name.</summary>
    public static string GetTypeText(this GeneratorRunResult result, string fullName) => result.GetTypes()[fullName];

    /// <summary>The text of all files.</summary>
    public static string GetText(this GeneratorRunResult result) =>
        string.Concat(result.GeneratedSources.Select(source => source.SourceText.ToString()));

    private static string GetFullName(BaseTypeDeclarationSyntax type) => type.Parent is BaseNamespaceDeclarationSyntax @namespace
        ? $"{@namespace.Name}.{type.Identifier.ValueText}"
        : type.Identifier.ValueText;
}
