using System.Collections.Immutable;
using System.Composition;
using Lattice.Analyzers.Calls;
using Lattice.Analyzers.Calls.Keys;
using Lattice.Analyzers.CodeFixes.Keys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Lattice.Analyzers.CodeFixes;

/// <summary>Passes the key of the first attempt to the one that repeats it, or makes one key for all attempts.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class IdempotencyKeyFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Rules.IdempotencyKey.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => SequentialFixes.Provider;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        DocumentEditor editor = await DocumentEditor.CreateAsync(context.Document, context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (FindCall(editor, diagnostic) is { } call && Create(diagnostic, call, editor.SemanticModel) is { } change)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        change.Title,
                        cancellationToken => ApplyAsync(context.Document, diagnostic, cancellationToken),
                        equivalenceKey: nameof(IdempotencyKeyFix)),
                    diagnostic);
            }
        }
    }

    private static async Task<Document> ApplyAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        DocumentEditor editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        if (FindCall(editor, diagnostic) is { } call && Create(diagnostic, call, editor.SemanticModel) is { } change)
        {
            change.Apply(editor);
        }

        return editor.GetChangedDocument();
    }

    /// <summary>The call that repeats another one; <see langword="null"/> if the key is wrong for another reason.</summary>
    private static InvocationExpressionSyntax? FindCall(DocumentEditor editor, Diagnostic diagnostic) =>
        diagnostic.Properties.ContainsKey(IdempotencyKeyAnalyzer.Repetition)
            ? editor.OriginalRoot.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) as InvocationExpressionSyntax
            : null;

    private static KeyChange? Create(Diagnostic diagnostic, InvocationExpressionSyntax call, SemanticModel model)
    {
        var options = CallOptions.Find(call, model);
        var repeated = diagnostic.AdditionalLocations[0].SourceSpan;
        return options is null ? null : diagnostic.Properties[IdempotencyKeyAnalyzer.Repetition] switch
        {
            nameof(Repetition.Again) => PassedKey.Create(options, repeated, diagnostic.Properties[IdempotencyKeyAnalyzer.Result]),
            nameof(Repetition.Loop) => SharedKey.Create(options, repeated, isLoop: true),
            nameof(Repetition.Pipeline) => SharedKey.Create(options, repeated, isLoop: false),
            _ => null,
        };
    }
}
