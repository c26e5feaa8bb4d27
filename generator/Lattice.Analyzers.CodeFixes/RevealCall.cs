using Lattice.Analyzers.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lattice.Analyzers.CodeFixes;

/// <summary>What a fix replaces, and the secret that the text comes from.</summary>
internal sealed class RevealCall
{
    private RevealCall(ExpressionSyntax replaced, ExpressionSyntax secret) => (Replaced, Secret) = (replaced, secret);

    /// <summary>The expression that has the revealed text: <c>link.Url.Reveal()</c>, or a variable.</summary>
    public ExpressionSyntax Replaced { get; }

    /// <summary>The secret: <c>link.Url</c>.</summary>
    public ExpressionSyntax Secret { get; }

    /// <returns><see langword="null"/> if nothing can be replaced.</returns>
    public static RevealCall? Find(SyntaxNode root, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue(SecretReport.Replace, out string? replace)
            || root.FindNode(diagnostic.AdditionalLocations[0].SourceSpan, getInnermostNodeForTie: true)
                is not InvocationExpressionSyntax call
            || Find(call) is not { } found)
        {
            return null;
        }

        return replace == SecretReport.Call ? found
            : root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax variable
                ? new RevealCall(variable, found.Secret)
                : null;
    }

    private static RevealCall? Find(InvocationExpressionSyntax call)
    {
        switch (call.Expression)
        {
            case MemberAccessExpressionSyntax access when !access.Expression.DescendantNodesAndSelf().Any(IsBinding):
                return new RevealCall(call, access.Expression);
            case MemberAccessExpressionSyntax access when GetConditionalAccess(call) is { } conditional:
                // link?.Url.Reveal()
                return new RevealCall(conditional, conditional.WithWhenNotNull(access.Expression));
            case MemberBindingExpressionSyntax when GetConditionalAccess(call) is { } conditional:
                // link.Url?.Reveal()
                return new RevealCall(conditional, conditional.Expression);
            default:
                return null;
        }
    }

    private static bool IsBinding(SyntaxNode node) =>
        node.IsKind(SyntaxKind.MemberBindingExpression) || node.IsKind(SyntaxKind.ElementBindingExpression);

    private static ConditionalAccessExpressionSyntax? GetConditionalAccess(InvocationExpressionSyntax call) =>
        call.Parent is ConditionalAccessExpressionSyntax conditional && conditional.WhenNotNull == call ? conditional : null;
}
