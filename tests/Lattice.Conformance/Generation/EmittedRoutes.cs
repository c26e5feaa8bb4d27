using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lattice.Conformance.Generation;

/// <summary>Finds the routes of the emitted operations in the sources, even if these do not compile.</summary>
internal static class EmittedRoutes
{
    public static HashSet<string> Find(CSharpCompilation compilation) =>
    [
        .. compilation.SyntaxTrees
            .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<PropertyDeclarationSyntax>())
            .Where(property => property.Identifier.Text.EndsWith("Operation", StringComparison.Ordinal)
                && property.Modifiers.Any(SyntaxKind.StaticKeyword) && property.Initializer is not null)
            .SelectMany(property => property.Initializer!.DescendantNodes().OfType<LiteralExpressionSyntax>())
            .Select(literal => literal.Token.Value)
            .OfType<string>()
            .Where(text => text.StartsWith('/')),
    ];
}
