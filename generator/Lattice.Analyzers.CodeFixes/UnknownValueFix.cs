using System.Collections.Immutable;
using System.Composition;
using Lattice.Analyzers.Parameters;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace Lattice.Analyzers.CodeFixes;

/// <summary>Replaces a string with the constant that was meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class UnknownValueFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Rules.UnknownValue.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => SequentialFixes.Provider;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Compilation? compilation = await context.Document.Project.GetCompilationAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (compilation is not null && diagnostic.Properties[UnknownValueAnalyzer.Constant] is { } id
                && DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation) is IFieldSymbol constant)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Use {constant.ContainingType.Name}.{constant.Name}",
                        cancellationToken => ReplaceAsync(context.Document, diagnostic, constant, cancellationToken),
                        equivalenceKey: nameof(UnknownValueFix)),
                    diagnostic);
            }
        }
    }

    private static async Task<Document> ReplaceAsync(
        Document document, Diagnostic diagnostic, IFieldSymbol constant, CancellationToken cancellationToken)
    {
        DocumentEditor editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        SyntaxNode value = editor.OriginalRoot.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        string type = constant.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        editor.ReplaceNode(value, SyntaxFactory.ParseExpression($"{type}.{constant.Name}")
            .WithAdditionalAnnotations(Simplifier.Annotation)
            .WithTriviaFrom(value));
        return editor.GetChangedDocument();
    }
}
