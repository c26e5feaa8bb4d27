using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lattice.Analyzers.CodeFixes;

/// <summary>Initializers whose equals signs are in one column.</summary>
internal static class AlignedNames
{
    /// <summary>The width of the names before the equals signs; 0 if they are not aligned.</summary>
    public static int GetWidth(InitializerExpressionSyntax initializer)
    {
        AssignmentExpressionSyntax[] members = [.. initializer.Expressions.OfType<AssignmentExpressionSyntax>()];
        FileLinePositionSpan[] signs = [.. members.Select(member => member.OperatorToken.GetLocation().GetLineSpan())];
        bool isAligned = members.Length > 1
            && signs.Select(sign => sign.StartLinePosition.Line).Distinct().Count() == members.Length
            && signs.Select(sign => sign.StartLinePosition.Character).Distinct().Count() == 1
            && members.Any(member => GetWidth(member) > member.Left.Span.Length);
        return isAligned ? GetWidth(members[0]) : 0;
    }

    /// <summary>Assigns to another property; the equals sign stays in its column if the name allows it.</summary>
    public static AssignmentExpressionSyntax Rename(AssignmentExpressionSyntax assignment, ExpressionSyntax left)
    {
        SyntaxTriviaList spaces = left.GetTrailingTrivia();
        if (spaces.Count == 1 && spaces[0].IsKind(SyntaxKind.WhitespaceTrivia) && spaces.Span.Length > 1)
        {
            int width = assignment.Left.Span.Length + spaces.Span.Length - left.Span.Length;
            left = left.WithTrailingTrivia(SyntaxFactory.Whitespace(new string(' ', Math.Max(1, width))));
        }

        return assignment.WithLeft(left);
    }

    private static int GetWidth(AssignmentExpressionSyntax member) => member.OperatorToken.SpanStart - member.Left.SpanStart - 1;
}
