using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Lattice.Analyzers.Operations;

/// <summary>The schemas of the classes of a compilation. The attribute of each class is read once.</summary>
internal sealed class ParameterSchemas
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, ParameterSchema> _schemas = new(SymbolEqualityComparer.Default);
    private readonly Func<INamedTypeSymbol, ParameterSchema> _read;

    public ParameterSchemas(StripeTypes types) => _read = type => Read(type, types.Schema);

    public ParameterSchema Get(INamedTypeSymbol? type) => type is null ? ParameterSchema.Empty : _schemas.GetOrAdd(type, _read);

    /// <summary>The name of a parameter in a request: that of <c>[JsonPropertyName]</c>.</summary>
    public static string GetWireName(IPropertySymbol property) => property.GetAttributes()
        .Where(attribute => attribute.AttributeClass?.Name == "JsonPropertyNameAttribute")
        .Select(attribute => attribute.ConstructorArguments.FirstOrDefault().Value as string)
        .FirstOrDefault() ?? property.Name;

    private static ParameterSchema Read(INamedTypeSymbol type, INamedTypeSymbol? attributeClass)
    {
        AttributeData? attribute = attributeClass is null ? null : type.GetAttributes().FirstOrDefault(candidate =>
            SymbolEqualityComparer.Default.Equals(candidate.AttributeClass, attributeClass));
        return attribute is null ? ParameterSchema.Empty : ParameterSchema.Read(attribute);
    }
}
