using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Calls.Results;

/// <summary>What a condition says about results if it is true, and if it is false.</summary>
internal sealed class Conditions(Variables variables)
{
    private readonly StripeTypes _types = variables.Sources.Types;

    public Variables Variables { get; } = variables;

    /// <summary>The value of a condition, if what is assumed about an error decides it.</summary>
    public Func<IOperation, bool?>? Decided { get; set; }

    /// <returns><see langword="null"/> if the condition cannot have this outcome.</returns>
    public ResultState? Assume(ResultState state, IOperation condition, bool outcome)
    {
        if (condition is not IIsNullOperation && Decided?.Invoke(condition) is { } decided)
        {
            return decided == outcome ? state : null;
        }

        IOperation resolved = Variables.Resolve(condition);
        if (resolved.ConstantValue is { HasValue: true, Value: bool constant })
        {
            return constant == outcome ? state : null;
        }

        switch (resolved)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Assume(state, not.Operand, !outcome);
            case IBinaryOperation binary:
                return AssumeBinary(state, binary, outcome);
            case IIsNullOperation test:
                return AssumeNull(state, test.Operand, outcome);
            case IIsPatternOperation test:
                return Patterns.Assume(this, state, Subject.Of(test.Value, Variables), test.Pattern, outcome);
            case IIsTypeOperation test:
                return AssumeType(state, test, outcome != test.IsNegated);
            case IInvocationOperation { TargetMethod: { Name: "ReferenceEquals" or "Equals", IsStatic: true }, Arguments.Length: 2 } call:
                return AssumeEqual(state, call.Arguments[0].Value, call.Arguments[1].Value, outcome);
            default:
                return Assume(state, Subject.Of(resolved, Variables), outcome);
        }
    }

    public static ResultState? Assume(ResultState state, Subject subject, bool outcome) =>
        subject is { Owner: { } result, Member: "IsSuccess" } ? state.Learn(result, outcome ? Knowledge.Success : Knowledge.Failure)
        : subject.Variable is { } variable ? state.Choose(variable, outcome, subject.IsStable)
        : state;

    public ResultState? AssumeNull(ResultState state, IOperation value, bool isNull)
    {
        IOperation resolved = Variables.Resolve(value);
        return IsNull(resolved) is { } known
            ? known == isNull ? state : null
            : AssumeNull(state, Subject.Of(resolved, Variables), isNull);
    }

    public static ResultState? AssumeNull(ResultState state, Subject subject, bool isNull) => subject switch
    {
        { Owner: { } result, Member: "Error" } => state.Learn(result, isNull ? Knowledge.Success : Knowledge.Failure),
        { Owner: { } result, Member: "Value" } => state.Learn(result, isNull ? Knowledge.Failure : Knowledge.Success),
        { Owner: { } result, Member: "Response" } when isNull => state.Learn(result, Knowledge.Failure),
        { Variable: { } variable } => state.Choose(variable, !isNull, subject.IsStable),
        _ => state,
    };

    /// <summary>Whether an expression is null, if that can be seen.</summary>
    private bool? IsNull(IOperation value) => value switch
    {
        { ConstantValue: { HasValue: true } constant } => constant.Value is null,
        { Type: { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T } } => false,
        IDefaultValueOperation => true,
        IPropertyReferenceOperation { Type.IsReferenceType: true, Property.NullableAnnotation: NullableAnnotation.NotAnnotated } => false,
        IObjectCreationOperation => false,
        IAwaitOperation wait when wait.Operation.Unwrap() is IInvocationOperation call && _types.IsCall(call.TargetMethod) => false,
        _ => null,
    };

    private ResultState? AssumeBinary(ResultState state, IBinaryOperation binary, bool outcome)
    {
        switch (binary.OperatorKind)
        {
            case BinaryOperatorKind.Equals or BinaryOperatorKind.ObjectValueEquals:
                return AssumeEqual(state, binary.LeftOperand, binary.RightOperand, outcome);
            case BinaryOperatorKind.NotEquals or BinaryOperatorKind.ObjectValueNotEquals or BinaryOperatorKind.ExclusiveOr:
                return AssumeEqual(state, binary.LeftOperand, binary.RightOperand, !outcome);
            case BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd:
                return AssumeOperands(areBoth: outcome);
            case BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalOr:
                return AssumeOperands(areBoth: !outcome);
            default:
                return state;
        }

        ResultState? AssumeOperands(bool areBoth) => !areBoth
            ? ResultState.Join(Assume(state, binary.LeftOperand, outcome), Assume(state, binary.RightOperand, outcome))
            : Assume(state, binary.LeftOperand, outcome) is { } left ? Assume(left, binary.RightOperand, outcome)
            : null;
    }

    private ResultState? AssumeEqual(ResultState state, IOperation left, IOperation right, bool areEqual)
    {
        foreach ((IOperation value, IOperation constant) in new[] { (left, right), (right, left) })
        {
            switch (Variables.Resolve(constant).ConstantValue)
            {
                case { HasValue: true, Value: null }:
                    return AssumeNull(state, value, areEqual);
                case { HasValue: true, Value: bool isTrue }:
                    return Assume(state, value, isTrue == areEqual);
            }
        }

        return state;
    }

    private ResultState? AssumeType(ResultState state, IIsTypeOperation test, bool outcome) =>
        outcome ? AssumeNull(state, test.ValueOperand, isNull: false)
        : StripeTypes.AreSame(test.ValueOperand.Type, test.TypeOperand) ? AssumeNull(state, test.ValueOperand, isNull: true)
        : state;
}
