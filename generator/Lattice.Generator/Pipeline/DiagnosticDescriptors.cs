using System.Collections.Immutable;
using System.Reflection;
using Lattice.Spec.Reading;
using Microsoft.CodeAnalysis;

namespace Lattice.Generator.Pipeline;

/// <summary>The <see cref="DiagnosticRules"/> as descriptors for the compiler.</summary>
internal static class DiagnosticDescriptors
{
    public static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById =
        DiagnosticRules.ById.Values.ToImmutableDictionary(rule => rule.Id, Create);

    private static DiagnosticDescriptor Create(DiagnosticRule rule) => new(
        rule.Id,
        rule.Title,
        rule.Message,
        category: "Lattice",
        GetSeverity(rule.Severity),
        isEnabledByDefault: true,
        helpLinkUri: GetHelpLink(rule.Id));

    private static DiagnosticSeverity GetSeverity(RuleSeverity severity) => severity switch
    {
        RuleSeverity.Info => DiagnosticSeverity.Info,
        RuleSeverity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Error,
    };

    private static string? GetHelpLink(string id)
    {
        string? repository = typeof(DiagnosticDescriptors).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(metadata => metadata.Key == "RepositoryUrl")?.Value;
        return string.IsNullOrEmpty(repository)
            ? null
            : $"{repository!.TrimEnd('/')}/blob/main/generator/diagnostics.md#{id.ToLowerInvariant()}";
    }
}
