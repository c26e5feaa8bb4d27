using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Lattice.Analyzers.CodeFixes;

/// <summary>The properties that lead to the successor of a deprecated parameter.</summary>
internal static class SuccessorPath
{
    /// <param name="type">The class that has the deprecated parameter.</param>
    /// <param name="path">The names of the properties: <c>CollectionOptions.Fields</c>.</param>
    /// <returns><see langword="null"/> if there is no such property.</returns>
    public static ImmutableArray<IPropertySymbol>? Find(ITypeSymbol type, string path)
    {
        ImmutableArray<IPropertySymbol>.Builder properties = ImmutableArray.CreateBuilder<IPropertySymbol>();
        ITypeSymbol? current = type;
        foreach (string name in path.Split('.'))
        {
            if (current?.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault() is not { SetMethod: not null } property)
            {
                return null;
            }

            properties.Add(property);

            // Of a parameter that can be cleared, the object is the type argument.
            current = property.Type is INamedTypeSymbol { IsValueType: true, TypeArguments: { Length: 1 } arguments }
                ? arguments[0]
                : property.Type;
        }

        return properties.ToImmutable();
    }
}
