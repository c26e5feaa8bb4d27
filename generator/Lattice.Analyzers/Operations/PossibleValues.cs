using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Operations;

/// <summary>The expressions that an expression can have the value of.</summary>
internal static class PossibleValues
{
    /// <summary>The operands of <c>?:</c>, <c>??</c>, and <c>switch</c>, without parentheses and implicit conversions.</summary>
    public static IEnumerable<IOperation> Of(IOperation value) => value switch
    {
        IParenthesizedOperation parenthesized => Of(parenthesized.Operand),
        IConversionOperation { IsImplicit: true, ConstantValue.HasValue: false } conversion => Of(conversion.Operand),
        IConditionalOperation { WhenFalse: { } whenFalse } conditional => Of(conditional.WhenTrue).Concat(Of(whenFalse)),
        ICoalesceOperation coalesce => Of(coalesce.Value).Concat(Of(coalesce.WhenNull)),
        ISwitchExpressionOperation expression => expression.Arms.SelectMany(arm => Of(arm.Value)),
        _ => [value],
    };
}
