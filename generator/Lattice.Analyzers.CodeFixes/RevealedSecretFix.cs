using System.Collections.Immutable;
using System.Composition;
using Lattice.Analyzers.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lattice.Analyzers.CodeFixes;

/// <summary>Passes a secret itself instead of its text, so that it appears as <c>[redacted]</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class RevealedSecretFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Rules.RevealedSecret.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => SequentialFixes.Provider;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (root is not null && RevealCall.Find(root, diagnostic) is { } call
                && await TryFixAsync(context.Document, diagnostic, call, context.CancellationToken).ConfigureAwait(false) is { } @fixed)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        "Pass the secret itself, which shows [redacted]",
                        _ => Task.FromResult(@fixed),
                        equivalenceKey: nameof(RevealedSecretFix)),
                    diagnostic);
            }
        }
    }

    private static async Task<Document?> TryFixAsync(
        Document document, Diagnostic diagnostic, RevealCall call, CancellationToken cancellationToken)
    {
        ExpressionSyntax replaced = IncludeStringMethods(call.Replaced);
        if (TakesObject(replaced)
            && await TryReplaceAsync(document, replaced, call.Secret, cancellationToken).ConfigureAwait(false) is { } changed)
        {
            return changed;
        }

        // What keeps a text has no use for "[redacted]".
        return diagnostic.Properties.ContainsKey(SecretReport.Keeps)
            ? null
            : await TryReplaceAsync(document, replaced, ToText(call), cancellationToken).ConfigureAwait(false);
    }

    private static Task<Document?> TryReplaceAsync(
        Document document, ExpressionSyntax replaced, ExpressionSyntax replacement, CancellationToken cancellationToken) =>
        FixedCode.TryReplaceAsync(document, replaced, replacement.WithTriviaFrom(replaced), cancellationToken);

    /// <summary><c>link.Url.ToString()</c>, for what takes nothing but a text.</summary>
    private static ExpressionSyntax ToText(RevealCall call)
    {
        IdentifierNameSyntax name = SyntaxFactory.IdentifierName("ToString");
        ArgumentListSyntax none = SyntaxFactory.ArgumentList();
        ExpressionSyntax secret = call.Secret.WithoutTrivia();
        if (call.Replaced is not ConditionalAccessExpressionSyntax conditional)
        {
            return SyntaxFactory.InvocationExpression(
                SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, secret, name), none);
        }

        return secret is ConditionalAccessExpressionSyntax inner
            ? inner.WithWhenNotNull(SyntaxFactory.InvocationExpression(
                SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, inner.WhenNotNull, name), none))
            : conditional.WithWhenNotNull(
                SyntaxFactory.InvocationExpression(SyntaxFactory.MemberBindingExpression(name), none)).WithoutTrivia();
    }

    /// <summary>The expression with the calls that return a part of the text, such as <c>.Trim()</c>: a secret has none of them.</summary>
    private static ExpressionSyntax IncludeStringMethods(ExpressionSyntax text)
    {
        ExpressionSyntax current = text;
        while (true)
        {
            switch (current.Parent)
            {
                case MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when access.Expression == current:
                    current = call;
                    break;
                case ElementAccessExpressionSyntax access when access.Expression == current:
                    current = access;
                    break;
                case ParenthesizedExpressionSyntax:
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }:
                    current = (ExpressionSyntax)current.Parent;
                    break;
                default:
                    return current;
            }
        }
    }

    /// <summary>
    /// Whether an expression may be of any type. The operands of a conditional expression share one, which would redact both.
    /// </summary>
    private static bool TakesObject(ExpressionSyntax expression) => expression.Parent switch
    {
        ArgumentSyntax or InterpolationSyntax or AnonymousObjectMemberDeclaratorSyntax => true,
        BinaryExpressionSyntax binary => binary.IsKind(SyntaxKind.AddExpression),
        AssignmentExpressionSyntax assignment => assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && assignment.Right == expression,
        InitializerExpressionSyntax { Parent: ObjectCreationExpressionSyntax or ImplicitObjectCreationExpressionSyntax } => true,
        InitializerExpressionSyntax initializer => initializer.IsKind(SyntaxKind.ComplexElementInitializerExpression),
        _ => false,
    };
}
