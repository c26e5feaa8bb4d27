using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Lattice.Analyzers.CodeFixes.Keys;

/// <summary>Changes of lists that keep their comments and lines.</summary>
internal static class SyntaxChanges
{
    /// <summary>The expression that creates an object, with one more property.</summary>
    public static BaseObjectCreationExpressionSyntax AddProperty(this BaseObjectCreationExpressionSyntax creation, string assignment)
    {
        ExpressionSyntax added = SyntaxFactory.ParseExpression(assignment).WithSimpleNames();
        if (creation.Initializer is { Expressions.Count: > 0 } initializer)
        {
            return creation.WithInitializer(initializer.WithExpressions(Add(initializer.Expressions, added)));
        }

        var single = (BaseObjectCreationExpressionSyntax)SyntaxFactory.ParseExpression($"new X() {{ {assignment} }}");
        if (creation is ObjectCreationExpressionSyntax { ArgumentList: { Arguments.Count: 0 } } named)
        {
            // `new StripeRequestOptions()` needs no parentheses any more.
            return named.WithArgumentList(null)
                .WithType(named.Type.WithTrailingTrivia(SyntaxFactory.Space))
                .WithInitializer(single.Initializer!.WithTrailingTrivia(creation.GetTrailingTrivia()));
        }

        return creation.WithoutTrailingTrivia() switch
        {
            ObjectCreationExpressionSyntax { ArgumentList: { } list } other =>
                other
                    .WithArgumentList(list.WithTrailingTrivia(SyntaxFactory.Space))
                    .WithInitializer(single.Initializer!.WithTriviaFrom(creation)),
            var other => other.WithArgumentList(other.ArgumentList?.WithTrailingTrivia(SyntaxFactory.Space))
                .WithInitializer(single.Initializer!.WithLeadingTrivia().WithTrailingTrivia(creation.GetTrailingTrivia())),
        };
    }

    /// <summary>Full names become as short as the usings of the file allow.</summary>
    public static T WithSimpleNames<T>(this T node)
        where T : SyntaxNode => node.ReplaceNodes(
            node.DescendantNodes().Where(name => name is QualifiedNameSyntax or MemberAccessExpressionSyntax),
            (_, name) => name.WithAdditionalAnnotations(Simplifier.Annotation));

    /// <summary>The end of a line, as the file has it.</summary>
    public static SyntaxTrivia GetEndOfLine(this SyntaxNode root) =>
        root.DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } end
            ? end
            : SyntaxFactory.LineFeed;

    /// <summary>Puts spaces around an argument that was added to a list on one line.</summary>
    public static ArgumentListSyntax NormalizeNewArgument(this ArgumentListSyntax list, ArgumentSyntax added)
    {
        ArgumentSyntax argument = list.Arguments.First(candidate => candidate.IsEquivalentTo(added));
        argument = argument.NameColon is { } name
            ? argument.WithNameColon(name.WithColonToken(name.ColonToken.WithTrailingTrivia(SyntaxFactory.Space)))
            : argument;
        SeparatedSyntaxList<ArgumentSyntax> arguments = list.Arguments.Replace(
            list.Arguments.First(candidate => candidate.IsEquivalentTo(added)), argument);
        int index = arguments.IndexOf(candidate => candidate.IsEquivalentTo(argument));
        foreach (int separator in new[] { index - 1, index }.Where(separator => separator >= 0 && separator < arguments.SeparatorCount))
        {
            SyntaxToken comma = arguments.GetSeparator(separator);
            if (!comma.HasTrailingTrivia)
            {
                arguments = arguments.ReplaceSeparator(comma, comma.WithTrailingTrivia(SyntaxFactory.Space));
            }
        }

        return list.WithArguments(arguments);
    }

    private static SeparatedSyntaxList<ExpressionSyntax> Add(SeparatedSyntaxList<ExpressionSyntax> list, ExpressionSyntax added)
    {
        ExpressionSyntax last = list[list.Count - 1];
        SyntaxToken comma = SyntaxFactory.Token(SyntaxKind.CommaToken);
        ExpressionSyntax placed = added.WithLeadingTrivia(
            last.GetLeadingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse().Take(1));
        if (list.SeparatorCount == list.Count)
        {
            // A comma follows the last element, with what is at the end of its line.
            SyntaxTriviaList end = list.GetSeparator(list.Count - 1).TrailingTrivia;
            return SyntaxFactory.SeparatedList<ExpressionSyntax>(
                list.GetWithSeparators()
                    .Add(placed)
                    .Add(comma.WithTrailingTrivia(end.Where(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)))));
        }

        SyntaxTriviaList trailing = last.GetTrailingTrivia();
        bool isLine = trailing.Any(SyntaxKind.EndOfLineTrivia);
        SyntaxNodeOrTokenList elements = list.Replace(last, last.WithoutTrailingTrivia()).GetWithSeparators();
        return SyntaxFactory.SeparatedList<ExpressionSyntax>(elements
            .Add(comma.WithTrailingTrivia(isLine ? trailing : SyntaxFactory.TriviaList(SyntaxFactory.Space)))
            .Add(placed.WithTrailingTrivia(isLine ? trailing.Where(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) : trailing)));
    }
}
