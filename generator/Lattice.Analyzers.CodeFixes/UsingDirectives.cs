using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lattice.Analyzers.CodeFixes;

/// <summary>Imports a namespace.</summary>
internal static class UsingDirectives
{
    /// <summary>Adds a using directive in the order of the alphabet, with those of System first.</summary>
    /// <returns>The document unchanged if another name in the file would then be ambiguous.</returns>
    public static async Task<Document> AddAsync(Document document, INamespaceSymbol imported, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not CompilationUnitSyntax root)
        {
            return document;
        }

        string name = imported.ToDisplayString();
        UsingDirectiveSyntax[] ordinary = [.. root.Usings.Where(IsOrdinary)];
        UsingDirectiveSyntax? previous = ordinary.LastOrDefault(directive => Compare(directive.Name!.ToString(), name) < 0);
        int index = previous is not null ? root.Usings.IndexOf(previous) + 1
            : ordinary.Length > 0 ? root.Usings.IndexOf(ordinary[0])
            : root.Usings.Count;
        Document changed = document.WithSyntaxRoot(Insert(root, index, name));
        return await CountErrorsAsync(changed, cancellationToken).ConfigureAwait(false)
            <= await CountErrorsAsync(document, cancellationToken).ConfigureAwait(false) ? changed : document;
    }

    private static CompilationUnitSyntax Insert(CompilationUnitSyntax root, int index, string name)
    {
        SyntaxTrivia endOfLine = root.DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        endOfLine = endOfLine == default ? SyntaxFactory.LineFeed : endOfLine;
        UsingDirectiveSyntax directive = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(name))
            .WithUsingKeyword(SyntaxFactory.Token(SyntaxKind.UsingKeyword).WithTrailingTrivia(SyntaxFactory.Space))
            .WithTrailingTrivia(root.Usings.Count > 0
                ? SyntaxFactory.TriviaList(endOfLine)
                : SyntaxFactory.TriviaList(endOfLine, endOfLine));

        // The comment at the start of the file stays there.
        if (index > 0 || root.Usings.Count == 0)
        {
            return root.WithUsings(root.Usings.Insert(index, directive));
        }

        UsingDirectiveSyntax first = root.Usings[0];
        return root.WithUsings(root.Usings
            .Replace(first, first.WithoutLeadingTrivia())
            .Insert(0, directive.WithLeadingTrivia(first.GetLeadingTrivia())));
    }

    private static bool IsOrdinary(UsingDirectiveSyntax directive) => directive.Alias is null
        && directive.Name is not null
        && !directive.StaticKeyword.IsKind(SyntaxKind.StaticKeyword)
        && !directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword);

    private static int Compare(string left, string right) => (IsOfSystem(left), IsOfSystem(right)) switch
    {
        (true, false) => -1,
        (false, true) => 1,
        _ => string.CompareOrdinal(left, right),
    };

    private static bool IsOfSystem(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);

    private static async Task<int> CountErrorsAsync(Document document, CancellationToken cancellationToken)
    {
        SemanticModel? model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return model?.GetDiagnostics(cancellationToken: cancellationToken)
            .Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ?? 0;
    }
}
