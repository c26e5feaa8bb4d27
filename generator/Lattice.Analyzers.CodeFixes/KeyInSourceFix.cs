using System.Collections.Immutable;
using System.Composition;
using Lattice.Analyzers.Secrets.Keys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Lattice.Analyzers.CodeFixes;

/// <summary>Reads a secret key from the configuration, or from an environment variable where there is no configuration.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class KeyInSourceFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Rules.KeyInSource.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => SequentialFixes.Provider;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        CancellationToken cancellationToken = context.CancellationToken;
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (root is null || model is null || !diagnostic.Properties.TryGetValue(KeyInSourceAnalyzer.Prefix, out string? prefix)
                || root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax key)
            {
                continue;
            }

            bool isWebhook = prefix == SecretKeyKind.WebhookSecret.Prefix;
            foreach (KeySetting setting in KeySetting.FindAll(model, key.SpanStart, isWebhook, cancellationToken))
            {
                if (await TryFixAsync(context.Document, model, key, setting, cancellationToken).ConfigureAwait(false) is { } @fixed)
                {
                    context.RegisterCodeFix(
                        CodeAction.Create($"Read {setting.Source}", _ => Task.FromResult(@fixed), equivalenceKey: nameof(KeyInSourceFix)),
                        diagnostic);
                    break;
                }
            }
        }
    }

    private static Task<Document?> TryFixAsync(
        Document document, SemanticModel model, ExpressionSyntax key, KeySetting setting, CancellationToken cancellationToken)
    {
        // What sets the setting cannot read it.
        if (key.Parent is AssignmentExpressionSyntax assignment && assignment.Left.ToString().Contains(setting.Name))
        {
            return Task.FromResult<Document?>(null);
        }

        // The alternative to another setting: without either, the app cannot work.
        if (key.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce && coalesce.Right == key
            && KeySetting.FindName(coalesce.Left, model) is { } name)
        {
            return FixedCode.TryReplaceAsync(document, key, Parse(KeySetting.GetThrow(name), key), cancellationToken);
        }

        bool allowsNull = KeySetting.AllowsNull(key, model, cancellationToken);
        ExpressionSyntax read = Parse(allowsNull ? setting.Expression : $"({setting.Expression} ?? {KeySetting.GetThrow(setting.Name)})", key);
        return GetConstant(key) is not { } constant
            ? FixedCode.TryReplaceAsync(document, key, read, cancellationToken)
            : FixedCode.TryReplaceAsync(document, constant, MakeVariable(constant.ReplaceNode(key, read)), cancellationToken);
    }

    private static ExpressionSyntax Parse(string text, ExpressionSyntax replaced)
    {
        ExpressionSyntax parsed = SyntaxFactory.ParseExpression(text);
        return parsed
            .ReplaceNodes(
                parsed.DescendantNodesAndSelf().OfType<ExpressionSyntax>(),
                (_, node) => node.WithAdditionalAnnotations(Simplifier.Annotation))
            .WithTriviaFrom(replaced);
    }

    /// <summary>The declaration of the constant that has the key: a local one, or a private field, which no other file uses.</summary>
    private static SyntaxNode? GetConstant(ExpressionSyntax key) =>
        key.Parent?.Parent?.Parent is VariableDeclarationSyntax { Variables.Count: 1 } variables
        ? variables.Parent switch
        {
            LocalDeclarationStatementSyntax { IsConst: true } local => local,
            FieldDeclarationSyntax field when field.Modifiers.Any(SyntaxKind.ConstKeyword)
                && !field.Modifiers.Any(SyntaxKind.PublicKeyword)
                && !field.Modifiers.Any(SyntaxKind.InternalKeyword)
                && !field.Modifiers.Any(SyntaxKind.ProtectedKeyword) => field,
            _ => null,
        }
        : null;

    private static SyntaxNode MakeVariable(SyntaxNode constant)
    {
        switch (constant)
        {
            case LocalDeclarationStatementSyntax local:
                SyntaxToken modifier = local.Modifiers.First(token => token.IsKind(SyntaxKind.ConstKeyword));
                return local.WithModifiers(local.Modifiers.Remove(modifier)).WithLeadingTrivia(local.GetLeadingTrivia());
            case FieldDeclarationSyntax field:
                SyntaxToken keyword = field.Modifiers.First(token => token.IsKind(SyntaxKind.ConstKeyword));
                return field.WithModifiers(field.Modifiers.ReplaceRange(
                    keyword,
                    [
                        SyntaxFactory.Token(keyword.LeadingTrivia, SyntaxKind.StaticKeyword, SyntaxFactory.TriviaList(SyntaxFactory.Space)),
                        SyntaxFactory.Token(SyntaxTriviaList.Empty, SyntaxKind.ReadOnlyKeyword, keyword.TrailingTrivia),
                    ]));
            default:
                return constant;
        }
    }
}
