using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Parameters;

/// <summary>A use of a deprecated parameter, or of a deprecated value of an enum, for which the slice names a successor.</summary>
/// <param name="Successor">The path from the class that has the member: <c>CollectionOptions.Fields</c>.</param>
internal sealed record ReplacedMember(ISymbol Member, string Successor)
{
    /// <returns><see langword="null"/> if the operation is no such use, or if rules do not see it, as in an attribute.</returns>
    public static ReplacedMember? Find(IOperation? operation, ParameterSchemas schemas)
    {
        ISymbol? member = operation switch
        {
            IPropertyReferenceOperation reference => reference.Property,
            IFieldReferenceOperation { Field.IsConst: true } reference => reference.Field,
            _ => null,
        };
        return member is not null
            && schemas.Get(member.ContainingType).Successors.TryGetValue(member.Name, out string? successor)
            && IsObsolete(member)
            && !IsInAttribute(operation!)
                ? new ReplacedMember(member, successor)
                : null;
    }

    /// <summary>Whether a symbol or what contains it is obsolete: the compiler does not warn there.</summary>
    public static bool IsWithinObsolete(ISymbol? symbol)
    {
        for (ISymbol? current = symbol; current is not null; current = current.ContainingSymbol)
        {
            if (IsObsolete(current) || (current is IMethodSymbol { AssociatedSymbol: { } property } && IsObsolete(property)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsObsolete(ISymbol symbol) => symbol.GetAttributes().Any(attribute => attribute.AttributeClass is
    {
        Name: nameof(ObsoleteAttribute),
        ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true },
    });

    private static bool IsInAttribute(IOperation operation)
    {
        IOperation root = operation;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        return root.Kind is OperationKind.Attribute or OperationKind.None;
    }
}
