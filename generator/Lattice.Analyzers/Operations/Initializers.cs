using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Operations;

/// <summary>Finds the value that a field or a property always has.</summary>
internal static class Initializers
{
    // A declaration starts with its attributes, type, and name.
    private const int MaxNodes = 64;

    /// <summary>The initializer of a static readonly field, or of a static property that only returns an expression.</summary>
    /// <returns><see langword="null"/> if the source has no initializer, or if the value may be set elsewhere.</returns>
    public static IOperation? GetValue(IMemberReferenceOperation reference) => reference.Member switch
    {
        IFieldSymbol { IsStatic: true, IsReadOnly: true } or IPropertySymbol { IsStatic: true, SetMethod: null } => Find(reference),
        _ => null,
    };

    private static IOperation? Find(IMemberReferenceOperation reference)
    {
        if (reference.Member.DeclaringSyntaxReferences.FirstOrDefault() is not { } declaration || reference.SemanticModel is not { } model)
        {
            return null;
        }

        if (declaration.SyntaxTree != reference.Syntax.SyntaxTree)
        {
            // Only for the few members of other files whose value decides whether something is reported.
#pragma warning disable RS1030
            model = model.Compilation.GetSemanticModel(declaration.SyntaxTree);
#pragma warning restore RS1030
        }

        // In some languages the declaration of the symbol is a part of the one that has the initializer.
        SyntaxNode syntax = declaration.GetSyntax();
        return syntax.DescendantNodesAndSelf().Concat(syntax.Parent?.ChildNodes() ?? []).Take(MaxNodes)
            .Select(node => model.GetOperation(node) switch
            {
                ISymbolInitializerOperation initializer => initializer.Value,
                IBlockOperation { Operations: { Length: 1 } operations } => (operations[0] as IReturnOperation)?.ReturnedValue,
                _ => null,
            })
            .FirstOrDefault(value => value is not null);
    }
}
