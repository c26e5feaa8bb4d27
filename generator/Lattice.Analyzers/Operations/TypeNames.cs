using Microsoft.CodeAnalysis;

namespace Lattice.Analyzers.Operations;

/// <summary>The names of types, with which an analyzer recognizes those of libraries that a project may not reference.</summary>
internal static class TypeNames
{
    private static readonly SymbolDisplayFormat s_format = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    /// <summary>The name with its namespace and without type arguments, such as <c>System.Collections.Generic.List</c>.</summary>
    public static string GetFullName(this ITypeSymbol type) => type.ToDisplayString(s_format);

    /// <summary>Whether a type has a name, or has a base class or an interface with it.</summary>
    public static bool Is(this ITypeSymbol? type, string fullName)
    {
        string name = fullName.Substring(fullName.LastIndexOf('.') + 1);
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.Name == name && current.GetFullName() == fullName)
            {
                return true;
            }
        }

        return type is not null && type.AllInterfaces.Any(candidate => candidate.Name == name && candidate.GetFullName() == fullName);
    }

    /// <summary>Whether a type is in a namespace, or in one below it.</summary>
    public static bool IsIn(this ITypeSymbol type, string namespaceName) =>
        type.GetFullName().StartsWith(namespaceName + ".", StringComparison.Ordinal);
}
