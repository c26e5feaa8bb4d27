using System.Collections.Immutable;
using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Calls.Keys;

/// <summary>
/// What the conditions of a method are worth after an error that leaves open whether Stripe carried out the call: only after the others,
/// for which <c>IsOutcomeUnknown</c> is false, a call can be repeated without its key.
/// </summary>
internal sealed class UnknownOutcomes
{
    // Conditions are nested, and a local variable can have the value of another one.
    private const int MaxDepth = 16;

    private readonly Locals _locals;
    private readonly Dictionary<SyntaxNode, IOperation> _conditions = [];

    public UnknownOutcomes(Locals locals, ImmutableArray<IOperation> blocks)
    {
        _locals = locals;
        foreach (IOperation reference in blocks.SelectMany(block => block.DescendantsAndSelf()).Where(IsReference))
        {
            foreach (IOperation condition in GetCondition(reference).DescendantsAndSelf())
            {
                _conditions[condition.Syntax] = condition;
            }
        }
    }

    /// <returns><see langword="null"/> if the error does not decide it.</returns>
    public bool? GetValue(IOperation condition) => GetValue(condition, MaxDepth);

    /// <summary>The value of a condition of a control flow graph, which has parts of the source in other operations.</summary>
    public bool? GetValueInGraph(IOperation condition) =>
        _conditions.TryGetValue(condition.Syntax, out IOperation? original) ? GetValue(original)
        : condition is ILocalReferenceOperation ? GetValue(condition)
        : null;

    public static bool IsReference(IOperation operation) =>
        operation is IPropertyReferenceOperation { Property: { Name: "IsOutcomeUnknown", Type.SpecialType: SpecialType.System_Boolean } };

    /// <summary>The whole condition that a value, such as that of the property, is a part of.</summary>
    public static IOperation GetCondition(IOperation part)
    {
        IOperation value = part;
        while (value.Parent is IUnaryOperation or IBinaryOperation or IParenthesizedOperation or IConversionOperation or ICoalesceOperation
            or IConditionalAccessOperation or IIsPatternOperation or IPatternOperation or IPropertySubpatternOperation)
        {
            value = value.Parent;
        }

        return value;
    }

    private bool? GetValue(IOperation condition, int depth)
    {
        IOperation value = condition.Unwrap();
        if (IsReference(value))
        {
            return true;
        }

        if (value.ConstantValue is { HasValue: true, Value: bool constant })
        {
            return constant;
        }

        return depth == 0 ? null : value switch
        {
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => !GetValue(not.Operand, depth - 1),
            IBinaryOperation binary => GetValue(binary, depth - 1),
            IConditionalAccessOperation access => GetValue(access.WhenNotNull, depth - 1),
            ICoalesceOperation coalesce => GetValue(coalesce.Value, depth - 1),
            IIsPatternOperation test => GetMatch(test.Value, test.Pattern, depth - 1),
            ILocalReferenceOperation local when _locals.GetValue(local.Local) is { } assigned => GetValue(assigned, depth - 1),
            _ => null,
        };
    }

    private bool? GetValue(IBinaryOperation binary, int depth)
    {
        bool? left = GetValue(binary.LeftOperand, depth);
        bool? right = GetValue(binary.RightOperand, depth);
        return binary.OperatorKind switch
        {
            BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd => left & right,
            BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalOr => left | right,
            BinaryOperatorKind.Equals => left is null || right is null ? null : left == right,
            BinaryOperatorKind.NotEquals or BinaryOperatorKind.ExclusiveOr => left ^ right,
            _ => null,
        };
    }

    /// <param name="value">What the pattern is for; <see langword="null"/> if it is a part that is not known.</param>
    private bool? GetMatch(IOperation? value, IPatternOperation pattern, int depth) => depth == 0 ? null : pattern switch
    {
        INegatedPatternOperation negated => !GetMatch(value, negated.Pattern, depth - 1),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both =>
            GetMatch(value, both.LeftPattern, depth - 1) & GetMatch(value, both.RightPattern, depth - 1),
        IBinaryPatternOperation either => GetMatch(value, either.LeftPattern, depth - 1) | GetMatch(value, either.RightPattern, depth - 1),
        IConstantPatternOperation { Value.ConstantValue.Value: bool constant } when value is not null =>
            GetValue(value, depth - 1) is { } known ? known == constant : null,
        // An object that has the property in question is there.
        IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true } recursive => recursive.PropertySubpatterns
            .Select(part => GetMatch(part.Member, part.Pattern, depth - 1))
            .Aggregate(recursive.PropertySubpatterns.IsEmpty ? null : (bool?)true, (all, part) => all & part),
        _ => null,
    };
}
