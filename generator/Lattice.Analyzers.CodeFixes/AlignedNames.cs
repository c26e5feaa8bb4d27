using Microsoft.CodeAnalysis;
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

    private static int GetWidth(AssignmentExpressionSyntax member) => member.OperatorToken.SpanStart - member.Left.SpanStart - 1;
}
