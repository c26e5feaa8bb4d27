using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Calls.Keys;

/// <summary>Finds texts without a part that can differ while the process runs.</summary>
internal static class ConstantKeys
{
    // A local variable can have the value of another one.
    private const int MaxDepth = 8;

    /// <summary>Whether a text is always the same.</summary>
    public static bool IsConstant(IOperation text) => IsConstant(text, MaxDepth);

    private static bool IsConstant(IOperation text, int depth)
    {
        IOperation value = text.Unwrap();
        if (value.ConstantValue.HasValue)
        {
            return value.ConstantValue.Value is not null;
        }

        if (depth == 0)
        {
            return false;
        }

        switch (value)
        {
            case IInterpolatedStringOperation interpolated:
                return interpolated.Parts.All(part => part switch
                {
                    IInterpolatedStringTextOperation => true,
                    IInterpolationOperation hole => IsConstant(hole.Expression, depth - 1),
                    _ => false,
                });
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Concatenate } binary:
                return IsConstant(binary.LeftOperand, depth - 1) && IsConstant(binary.RightOperand, depth - 1);
            case IInvocationOperation { TargetMethod: var method } call
                when method.ContainingType.SpecialType == SpecialType.System_String || (method.Name == "ToString" && call.Instance is not null):
                return (call.Instance is null || IsConstant(call.Instance, depth - 1))
                    && call.Arguments.All(argument => IsConstantArgument(argument.Value, depth - 1));
            case ILocalReferenceOperation local:
                return Locals.Of(local).GetValues(local.Local) is { Count: > 0 } values
                    && values.All(assigned => IsConstant(assigned, depth - 1));
            case IMemberReferenceOperation member:
                return Initializers.GetValue(member) is { } initializer && (IsNewGuid(initializer) || IsConstant(initializer, depth - 1));
            default:
                IOperation[] possible = [.. PossibleValues.Of(value)];
                return possible.Length > 1 && possible.All(branch => IsConstant(branch, depth - 1));
        }
    }

    /// <summary>Whether a static member gets a GUID once, as opposed to a property that returns another one each time.</summary>
    private static bool IsNewGuid(IOperation value) => value.Parent is ISymbolInitializerOperation
        && value.DescendantsAndSelf().Any(part => part is IInvocationOperation { TargetMethod.Name: "NewGuid" or "CreateVersion7" });

    private static bool IsConstantArgument(IOperation value, int depth) =>
        value is IArrayCreationOperation { Initializer: { } initializer }
            ? initializer.ElementValues.All(element => IsConstant(element, depth))
            : IsConstant(value, depth);
}
