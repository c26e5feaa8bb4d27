using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Secrets.Keys;

/// <summary>Constant texts that the source code has in pieces, such as <c>"sk_" + "live_"</c>.</summary>
internal static class ConstantText
{
    /// <summary>The largest constant text that a literal is a piece of.</summary>
    public static IOperation GetWhole(ILiteralOperation literal)
    {
        IOperation whole = literal;
        for (IOperation? parent = literal.Parent; IsPart(parent); parent = parent!.Parent)
        {
            whole = parent!.ConstantValue.HasValue ? parent : whole;
        }

        return whole;
    }

    /// <summary>Whether a literal is the first in a text, so that the text is looked at once.</summary>
    public static bool IsFirstLiteral(ILiteralOperation literal, IOperation whole) =>
        ReferenceEquals(whole.Descendants().FirstOrDefault(piece => piece is ILiteralOperation { ConstantValue.Value: string }), literal);

    /// <summary>The values of the constants that a text is built of. What is in them is reported where they are declared.</summary>
    public static IEnumerable<string> GetNamed(IOperation whole) => whole.Descendants()
        .Where(piece => piece is IFieldReferenceOperation or ILocalReferenceOperation)
        .Select(piece => piece.ConstantValue.Value)
        .OfType<string>();

    private static bool IsPart(IOperation? parent) => parent is IInterpolatedStringTextOperation or IInterpolationOperation
        || (parent is IBinaryOperation or IInterpolatedStringOperation or IParenthesizedOperation && parent.ConstantValue.HasValue);
}
