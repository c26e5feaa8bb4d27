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
    public override FixAllProvider GetFixAllProvider() => SequentialFixes.Provider;

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
                && await TryFixAsync(context.Document, model, results, redirect, call, context.CancellationToken)
                    .ConfigureAwait(false) is { } @fixed)
            {
                // Those that change the status are fixed together only with others that do so in the same way.
                string title = "Use StripeResults.Redirect" + RedirectStatus.DescribeChange(model.GetOperation(redirect, context.CancellationToken));
                context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(@fixed), equivalenceKey: title), diagnostic);
            }
        }
    }

    private static async Task<Document?> TryFixAsync(
        Document document,
        SemanticModel model,
        INamedTypeSymbol results,
        ExpressionSyntax redirect,
        RevealCall call,
        CancellationToken cancellationToken)
    {
        bool isVoid = model.GetSymbolInfo(redirect, cancellationToken).Symbol
            is IMethodSymbol { MethodKind: MethodKind.Ordinary, ReturnsVoid: true };
        ExpressionSyntax replacement = Create(redirect, call, results, isVoid, SyntaxGenerator.GetGenerator(document));
        Document? @fixed = await FixedCode.TryReplaceAsync(document, redirect, replacement, cancellationToken).ConfigureAwait(false);
        return @fixed is null || model.LookupNamespacesAndTypes(redirect.SpanStart, name: results.Name).Any(IsResults) ? @fixed
            : await UsingDirectives.AddAsync(@fixed, results.ContainingNamespace, cancellationToken).ConfigureAwait(false);

        bool IsResults(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol, results);
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

    private static ExpressionSyntax Create(
        ExpressionSyntax redirect, RevealCall call, INamedTypeSymbol results, bool isVoid, SyntaxGenerator generator)
    {
        // The name of the type is shortened when the fix is applied.
        SyntaxNode method = generator.MemberAccessExpression(generator.TypeExpression(results), "Redirect");
        SyntaxNode result = generator.InvocationExpression(method, call.Secret.WithoutTrivia());

        // HttpResponse.Redirect returns no result. In its place, a result must be executed, which only an asynchronous function can do.
        if (isVoid && redirect is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax response })
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
