using System.Collections.Immutable;
using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Secrets.Flow;

/// <summary>
/// Recognizes a piece of a text that gives nothing away, as dashboards show it: the prefix of a key, or its last four characters.
/// </summary>
internal static class ShortText
{
    private const int MaxLength = 8;

    /// <summary>Whether <c>text[range]</c> has a few characters.</summary>
    public static bool IsShort(IOperation range) =>
        range.SkipConversions() is IRangeOperation { LeftOperand: var start, RightOperand: var end }
        && ((IsZero(start) && IsFew(end)) || (end is null && IsFewFromEnd(start)));

    /// <summary>Whether a method such as <c>Substring</c> returns a few characters.</summary>
    public static bool IsShort(IInvocationOperation call)
    {
        ImmutableArray<IOperation> arguments = call.GetOtherArguments()
            .OrderBy(argument => argument.Parameter?.Ordinal)
            .Select(argument => argument.Value)
            .ToImmutableArray();
        return call.TargetMethod.Name switch
        {
            "Substring" or "Slice" or "AsSpan" or "AsMemory" => arguments.Length == 2
                ? IsFew(arguments[1])
                : arguments.Length == 1 && arguments[0].SkipConversions() is IBinaryOperation
                {
                    OperatorKind: BinaryOperatorKind.Subtract, RightOperand: { } count,
                } && IsFew(count),
            "Remove" => arguments.Length == 1 && IsFew(arguments[0]),
            "Take" or "TakeLast" => arguments.Length == 1 && IsFew(arguments[0]),
            "Left" or "Right" => arguments.Length == 2 && IsFew(arguments[1]),
            _ => false,
        };
    }

    private static bool IsZero(IOperation? start) => start is null || GetCount(start) == 0;

    private static bool IsFew(IOperation? count) => count is not null && GetCount(count) is <= MaxLength;

    private static bool IsFewFromEnd(IOperation? start) =>
        start is not null && SkipAllConversions(start) is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } hat && IsFew(hat.Operand);

    private static int? GetCount(IOperation operation) => SkipAllConversions(operation).ConstantValue.Value as int?;

    // An int in a range converts to an Index by an operator.
    private static IOperation SkipAllConversions(IOperation operation)
    {
        IOperation current = operation;
        while (current is IConversionOperation conversion)
        {
            current = conversion.Operand;
        }

        return current;
    }
}
