using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Lattice.Analyzers.CodeFixes;

/// <summary>Redirects with <c>StripeResults.Redirect</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class LoggedRedirectFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Rules.LoggedRedirect.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model?.Compilation.GetTypeByMetadataName("Lattice.Stripe.StripeResults") is not { } results)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (RevealCall.Find(root, diagnostic) is { } call
                && GetRedirect(call.Replaced) is { } redirect
                && await TryFixAsync(redirect, call).ConfigureAwait(false) is { } @fixed)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        "Use StripeResults.Redirect", _ => Task.FromResult(@fixed), equivalenceKey: nameof(LoggedRedirectFix)),
                    diagnostic);
            }
        }

        Task<Document?> TryFixAsync(ExpressionSyntax redirect, RevealCall call) => FixedCode.TryReplaceAsync(
            context.Document,
            redirect,
            Create(redirect, call, results, SyntaxGenerator.GetGenerator(context.Document)),
            context.CancellationToken);
    }

    /// <summary>The call or creation whose argument is the URL and nothing else.</summary>
    private static ExpressionSyntax? GetRedirect(ExpressionSyntax url)
    {
        ExpressionSyntax outer = url;
        while (outer.Parent is ParenthesizedExpressionSyntax parenthesized)
        {
            outer = parenthesized;
        }

        return (outer.Parent as ArgumentSyntax)?.Parent?.Parent switch
        {
            InvocationExpressionSyntax call => call,
            BaseObjectCreationExpressionSyntax { Initializer: null } creation => creation,
            _ => null,
        };
    }

    private static ExpressionSyntax Create(ExpressionSyntax redirect, RevealCall call, INamedTypeSymbol results, SyntaxGenerator generator)
    {
        // The type is shortened, and its namespace imported, when the fix is applied.
        SyntaxNode method = generator.MemberAccessExpression(generator.TypeExpression(results, addImport: true), "Redirect");
        SyntaxNode result = generator.InvocationExpression(method, call.Secret.WithoutTrivia());

        // HttpResponse.Redirect is a statement and returns no result.
        if (redirect is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax response, Parent: ExpressionStatementSyntax })
        {
            result = generator.AwaitExpression(generator.InvocationExpression(
                generator.MemberAccessExpression(result, "ExecuteAsync"), GetContext(response.Expression, generator)));
        }

        return (ExpressionSyntax)result.WithTriviaFrom(redirect);
    }

    private static SyntaxNode GetContext(ExpressionSyntax response, SyntaxGenerator generator) =>
        response is MemberAccessExpressionSyntax { Name.Identifier.Text: "Response" } property
            ? property.Expression.WithoutTrivia()
            : generator.MemberAccessExpression(response.WithoutTrivia(), "HttpContext");
}
