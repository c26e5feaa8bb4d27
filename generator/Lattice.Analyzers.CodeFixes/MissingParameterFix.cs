using System.Collections.Immutable;
using System.Composition;
using Lattice.Analyzers.Operations;
using Lattice.Analyzers.Parameters;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Lattice.Analyzers.CodeFixes;

/// <summary>Adds the parameters that Stripe requires, with placeholders for their values.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MissingParameterFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Rules.MissingParameter.Id);

    // An object and one within it can lack parameters at the same place, which edits of texts could not merge.
    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(
        async (context, document, diagnostics) => await FixAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Add {string.Join(", ", GetNames(diagnostic))}",
                    cancellationToken => FixAsync(context.Document, ImmutableArray.Create(diagnostic), cancellationToken),
                    equivalenceKey: nameof(MissingParameterFix)),
                diagnostic);
        }

        return Task.CompletedTask;
    }

    private static string[] GetNames(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(MissingParameterAnalyzer.Missing, out string? names) ? names?.Split(',') ?? [] : [];

    private static async Task<Document> FixAsync(
        Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        SemanticModel model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        SourceText text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        if (StripeTypes.Find(model.Compilation) is not { } types)
        {
            return document;
        }

        var schemas = new ParameterSchemas(types);
        Dictionary<SyntaxNode, Diagnostic> nodes = [];
        foreach (Diagnostic diagnostic in diagnostics)
        {
            SyntaxNode node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            nodes[GetFixed(node)] = diagnostic;
        }

        return document.WithSyntaxRoot(root.ReplaceNodes(nodes.Keys, (original, rewritten) =>
        {
            Diagnostic diagnostic = nodes[original];
            string id = diagnostic.Properties[MissingParameterAnalyzer.Type] ?? "";
            if (DocumentationCommentId.GetFirstSymbolForDeclarationId(id, model.Compilation) is not INamedTypeSymbol type)
            {
                return rewritten;
            }

            var layout = InitializerLayout.At(text, original.SpanStart);
            IReadOnlyList<(string Name, string Value)> members =
                new Placeholders(model, original.SpanStart, types, schemas).CreateMembers(type, GetNames(diagnostic));
            string created = "new()" + layout.Write(members, isMultiline: members.Count > 1);
            return (rewritten, model.GetSymbolInfo(original, cancellationToken).Symbol) switch
            {
                (BaseObjectCreationExpressionSyntax creation, _) => layout.Set(creation, members),
                (InvocationExpressionSyntax call, IMethodSymbol method) => AddArgument(call, method, types, created),
                (ExpressionSyntax value, _) => SyntaxFactory.ParseExpression(created).WithTriviaFrom(value),
                _ => rewritten,
            };
        }));
    }

    /// <summary>The node that is replaced: the call of a method, or <c>null!</c> as a whole.</summary>
    private static SyntaxNode GetFixed(SyntaxNode node) => node switch
    {
        SimpleNameSyntax => node.FirstAncestorOrSelf<InvocationExpressionSyntax>() ?? node,
        { Parent: PostfixUnaryExpressionSyntax parent } => parent,
        _ => node,
    };

    /// <summary>
    /// Passes an object to a call without parameters: in its place, or by name if the arguments before it are passed by name.
    /// </summary>
    private static InvocationExpressionSyntax AddArgument(
        InvocationExpressionSyntax call, IMethodSymbol method, StripeTypes types, string created)
    {
        if (method.Parameters.FirstOrDefault(candidate => types.IsParams(candidate.Type)) is not { } parameter)
        {
            return call;
        }

        SeparatedSyntaxList<ArgumentSyntax> arguments = call.ArgumentList.Arguments;
        int positional = arguments.TakeWhile(argument => argument.NameColon is null).Count();
        if (positional != parameter.Ordinal)
        {
            created = $"{parameter.Name}: {created}";
            positional = arguments.Count;
        }

        ArgumentSyntax added = SyntaxFactory.ParseArgumentList($"({created})").Arguments[0];
        List<SyntaxNodeOrToken> list = [.. arguments.GetWithSeparators()];
        SyntaxToken comma = InitializerLayout.Comma(SyntaxFactory.Space);
        list.InsertRange(
            Math.Min(positional * 2, list.Count),
            positional < arguments.Count ? [added, comma] : positional == 0 ? [added] : [comma, added]);
        return call.WithArgumentList(call.ArgumentList.WithArguments(SyntaxFactory.SeparatedList<ArgumentSyntax>(list)));
    }
}
