using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Lattice.Analyzers.CodeFixes;

/// <summary>
/// Fixes the diagnostics of a document one after the other. Each fix sees the code as the ones before it left it, so that two that compile
/// alone also compile together, and that new variables get different names.
/// </summary>
internal static class SequentialFixes
{
    /// <summary>Serves any fix of one document. Where no fix is chosen, the diagnostics that have one are fixed.</summary>
    public static FixAllProvider Provider { get; } = FixAllProvider.Create(FixAllAsync);

    private static async Task<Document?> FixAllAsync(FixAllContext context, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        Document current = document;
        List<Diagnostic> pending = [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
        for (int index = 0; index < pending.Count; index++)
        {
            Document? changed = await FixAsync(context, current, pending[index]).ConfigureAwait(false);
            if (changed is null)
            {
                continue;
            }

            TextChange[] changes = [.. await changed.GetTextChangesAsync(current, context.CancellationToken).ConfigureAwait(false)];
            SyntaxTree? tree = await changed.GetSyntaxTreeAsync(context.CancellationToken).ConfigureAwait(false);
            List<Diagnostic> rest = [.. pending.Skip(index + 1).Select(other => Move(other, changes, tree!)).OfType<Diagnostic>()];
            pending.RemoveRange(index + 1, pending.Count - index - 1);
            pending.AddRange(rest);
            current = changed;
        }

        return current;
    }

    private static async Task<Document?> FixAsync(FixAllContext context, Document document, Diagnostic diagnostic)
    {
        string? key = context.CodeActionEquivalenceKey;
        CodeAction? chosen = null;
        await context.CodeFixProvider.RegisterCodeFixesAsync(new CodeFixContext(
            document,
            diagnostic,
            (action, _) => chosen ??= key is null || action.EquivalenceKey == key ? action : null,
            context.CancellationToken)).ConfigureAwait(false);
        if (chosen is null)
        {
            return null;
        }

        ImmutableArray<CodeActionOperation> operations = await chosen.GetOperationsAsync(context.CancellationToken).ConfigureAwait(false);
        return operations.OfType<ApplyChangesOperation>().FirstOrDefault()?.ChangedSolution.GetDocument(document.Id);
    }

    /// <summary>The diagnostic at its place after changes; <see langword="null"/> if they changed what it is about.</summary>
    private static Diagnostic? Move(Diagnostic diagnostic, TextChange[] changes, SyntaxTree tree)
    {
        var spans = new List<TextSpan>();
        foreach (Location location in diagnostic.AdditionalLocations.Prepend(diagnostic.Location))
        {
            if (Move(location.SourceSpan, changes) is not { } moved)
            {
                return null;
            }

            spans.Add(moved);
        }

        Location[] locations = [.. spans.Select(span => Location.Create(tree, span))];
        return Diagnostic.Create(
            diagnostic.Descriptor, locations[0], diagnostic.Severity, locations.Skip(1), diagnostic.Properties);
    }

    private static TextSpan? Move(TextSpan span, TextChange[] changes)
    {
        int start = span.Start;
        int end = span.End;
        foreach (TextChange change in changes)
        {
            int growth = (change.NewText?.Length ?? 0) - change.Span.Length;
            if (change.Span.End <= span.Start)
            {
                start += growth;
                end += growth;
            }
            else if (span.Contains(change.Span))
            {
                end += growth;
            }
            else if (change.Span.Start < span.End)
            {
                return null;
            }
        }

        return TextSpan.FromBounds(start, end);
    }
}
