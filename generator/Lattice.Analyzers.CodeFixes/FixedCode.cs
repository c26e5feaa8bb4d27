using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Lattice.Analyzers.CodeFixes;

/// <summary>Tries a fix before it is offered: the fixed code must compile.</summary>
internal static class FixedCode
{
    /// <summary>Replaces an expression.</summary>
    /// <returns><see langword="null"/> if the file would have an error, or a warning about null, that it has not now.</returns>
    public static async Task<Document?> TryReplaceAsync(
        Document document, SyntaxNode replaced, SyntaxNode replacement, CancellationToken cancellationToken)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (root is null)
        {
            return null;
        }

        // A new one for each fix, because what another fix replaced before still has its own.
        var annotation = new SyntaxAnnotation();
        SyntaxNode changedRoot = root.ReplaceNode(replaced, replacement.WithAdditionalAnnotations(annotation));
        Document changed = document.WithSyntaxRoot(changedRoot);
        SyntaxNode changedNode = (await changed.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!
            .GetAnnotatedNodes(annotation).First();
        int before = await CountErrorsAsync(document, GetScope(replaced), cancellationToken).ConfigureAwait(false);
        int after = await CountErrorsAsync(changed, GetScope(changedNode), cancellationToken).ConfigureAwait(false);
        return after <= before ? changed : null;
    }

    /// <summary>What a change to an expression can affect: the member; all members, if the expression declares one.</summary>
    private static TextSpan GetScope(SyntaxNode node) => node is BaseFieldDeclarationSyntax
        ? node.Parent!.Span
        : (node.FirstAncestorOrSelf<MemberDeclarationSyntax>(member => member is not GlobalStatementSyntax)
            ?? node.SyntaxTree.GetRoot()).Span;

    private static async Task<int> CountErrorsAsync(Document document, TextSpan scope, CancellationToken cancellationToken)
    {
        SemanticModel? model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return model is null ? 0 : model.GetDiagnostics(scope, cancellationToken).Count(diagnostic =>
            diagnostic.Severity == DiagnosticSeverity.Error || IsAboutNull(diagnostic));
    }

    // CS8600 to CS8629, of which some are errors already.
    private static bool IsAboutNull(Diagnostic diagnostic) =>
        diagnostic.Severity == DiagnosticSeverity.Warning && diagnostic.Id.StartsWith("CS86", StringComparison.Ordinal);
}
