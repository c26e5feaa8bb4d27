using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Calls.Results;

/// <summary>What is known after an operation.</summary>
internal sealed class Transfer(Conditions conditions, ResultCalls calls)
{
    // Deeper expressions, which only generated code has, say nothing about results.
    private const int MaxDepth = 200;

    private readonly Variables _variables = conditions.Variables;
    private readonly StripeTypes _types = conditions.Variables.Sources.Types;

    public Conditions Conditions { get; } = conditions;

    /// <summary>Called for each operation, with what is known before it.</summary>
    public Action<IOperation, ResultState>? Observer { get; set; }

    /// <summary>What to assume about the outcome of a new result; it is open if this returns nothing.</summary>
    public Func<IOperation, Knowledge?>? Outcome { get; set; }

    /// <returns><see langword="null"/> if what follows the operation is never reached.</returns>
    public ResultState? Apply(IOperation operation, ResultState state) => Apply(operation, state, depth: 0);

    private ResultState? Apply(IOperation operation, ResultState state, int depth)
    {
        if (depth > MaxDepth || operation is INameOfOperation or ITypeOfOperation)
        {
            return state;
        }

        ResultState? current = state;
        foreach (IOperation child in operation.ChildOperations)
        {
            current = Apply(child, current, depth + 1);
            if (current is null)
            {
                return null;
            }
        }

        Observer?.Invoke(operation, current);
        switch (operation)
        {
            case IFlowCaptureOperation capture when _variables.Find(capture.Id) is { } variable:
                return Assign(current, variable, capture.Value);
            case ISimpleAssignmentOperation { IsRef: false } assignment:
                return _variables.FindVariable(assignment.Target) is { } target ? Assign(current, target, assignment.Value) : current;
            case IAssignmentOperation assignment:
                return Clear(current, assignment.Target);
            case IIncrementOrDecrementOperation increment:
                return Clear(current, increment.Target);
            case IInvocationOperation invocation:
                current = LearnFromUse(invocation.Instance, current) is { } next ? calls.Apply(invocation, next) : null;
                break;
            case IMemberReferenceOperation member:
                current = LearnFromUse(member.Instance, current);
                break;
        }

        return current is not null && _types.IsResult(operation.Type) ? ApplyResult(operation, current) : current;
    }

    /// <summary>After a member of the <c>Value</c> was read, there was one. So it is enough to report the first of several uses.</summary>
    private ResultState? LearnFromUse(IOperation? instance, ResultState state) =>
        instance is not null && instance.Type is { IsReferenceType: true } && GetResultOfValue(state, instance) is { } result
            ? state.Learn(result, Knowledge.Success)
            : state;

    /// <summary>A result is there: it is new, or it is handed to code that may check it.</summary>
    private ResultState ApplyResult(IOperation operation, ResultState state)
    {
        if (_variables.Sources.IsNew(operation) && _variables.FindResult(operation) is { } created)
        {
            return state.Assign(created, Outcome?.Invoke(operation) ?? Knowledge.Open);
        }

        bool isReference = operation is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation
            or IPropertyReferenceOperation or IFlowCaptureReferenceOperation;
        return isReference && IsHandedOn(operation) && _variables.FindResult(operation) is { } result
            ? state.Forget(number => number == result)
            : state;
    }

    private static bool IsHandedOn(IOperation result)
    {
        (IOperation whole, IOperation? parent) = result.GetWhole();
        return parent switch
        {
            IMemberReferenceOperation member => member.Instance != whole,
            IInvocationOperation call => call.Instance != whole,
            IAssignmentOperation or IFlowCaptureOperation or IIsPatternOperation or IExpressionStatementOperation => false,
            IInterpolationOperation => false,
            _ => true,
        };
    }

    private ResultState Assign(ResultState state, int variable, IOperation value)
    {
        if (_types.IsResult(value.Type))
        {
            return AssignResult(state, variable, value);
        }

        // What the value says is known before the variable has it: it can be `link = link ?? result.Value`.
        Facts? whenTrue;
        Facts? whenFalse;
        if (value.Type?.SpecialType == SpecialType.System_Boolean)
        {
            whenTrue = Conditions.Assume(state, value, outcome: true)?.Facts;
            whenFalse = Conditions.Assume(state, value, outcome: false)?.Facts;
        }
        else
        {
            whenTrue = Conditions.AssumeNull(state, value, isNull: false)?.Facts;
            whenFalse = Conditions.AssumeNull(state, value, isNull: true)?.Facts;
        }

        // A copy of `result.Value!` was reported already.
        int? copied = value.Unwrap().IsAssertedNotNull() ? null : GetResultOfValue(state, value);
        ResultState next = Clear(state, variable).WithSplit(variable, whenTrue, whenFalse);
        return copied is { } result ? next.WithCopy(variable, result) : next;
    }

    private ResultState AssignResult(ResultState state, int variable, IOperation value)
    {
        Knowledge knowledge = Knowledge.Elsewhere;
        if (_variables.Resolve(value) is IObjectCreationOperation { Arguments.IsEmpty: false, Constructor: { } constructor })
        {
            knowledge = StripeTypes.AreSame(constructor.Parameters[0].Type, _types.Error) ? Knowledge.Failure : Knowledge.Success;
        }
        else if (_variables.FindResult(value) is { } source && source != variable)
        {
            // From now on a check of one says something about the other, so nothing but a success is kept.
            knowledge = state.Facts[source];
            bool hasName = _variables.Resolve(value) is { } resolved and not IFlowCaptureReferenceOperation
                && !_variables.Sources.IsNew(resolved);
            if (knowledge != Knowledge.Success && hasName)
            {
                knowledge = Knowledge.Elsewhere;
                state = state.Forget(number => number == source);
            }
        }

        return Clear(state, variable).Assign(variable, knowledge);
    }

    /// <summary>The result whose <c>Value</c> an expression is, or is a copy of.</summary>
    public int? GetResultOfValue(ResultState state, IOperation value) => _variables.Resolve(value) switch
    {
        IPropertyReferenceOperation { Property.Name: "Value" } property => _variables.FindResult(property.Instance),
        { } copy when _variables.FindVariable(copy) is { } variable => state.GetResultOfCopy(variable),
        _ => null,
    };

    private ResultState Clear(ResultState state, IOperation target)
    {
        foreach (IOperation part in target is ITupleOperation or IDeclarationExpressionOperation ? target.DescendantsAndSelf() : [target])
        {
            if (_variables.FindVariable(part) is { } variable)
            {
                state = Clear(state, variable);
            }
        }

        return state;
    }

    private ResultState Clear(ResultState state, int variable) => state.Clear(variable, number => _variables.IsWithin(number, variable));
}
