using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Operations;

/// <summary>Expressions without what does not change their value.</summary>
internal static class Unwrapping
{
    /// <summary>The expression within parentheses and conversions that keep the object.</summary>
    public static IOperation Unwrap(this IOperation value)
    {
        while (true)
        {
            switch (value)
            {
                case IParenthesizedOperation parenthesized:
                    value = parenthesized.Operand;
                    break;
                case IConversionOperation { OperatorMethod: null, IsTryCast: false } conversion:
                    value = conversion.Operand;
                    break;
                default:
                    return value;
            }
        }
    }

    /// <summary>The expression that a value is the whole of, except for parentheses and conversions; and its parent.</summary>
    public static (IOperation Whole, IOperation? Parent) GetWhole(this IOperation value)
    {
        while (value.Parent is IParenthesizedOperation or IConversionOperation { OperatorMethod: null })
        {
            value = value.Parent;
        }

        return (value, value.Parent);
    }

    /// <summary>Whether C#'s <c>!</c> follows an expression, which operations do not show.</summary>
    public static bool IsAssertedNotNull(this IOperation value) =>
        value.Syntax.Parent is { } parent && parent.SpanStart == value.Syntax.SpanStart
            && parent.GetLastToken() is { Text: "!" } last && last.Span.End == parent.Span.End && last.SpanStart >= value.Syntax.Span.End;
}
