using System.Collections.Immutable;
using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Calls.Keys;

/// <summary>Finds uses of <c>IsOutcomeUnknown</c> of which the paths of a method do not show what they decide.</summary>
internal sealed class OutcomeChecks(StripeTypes types, UnknownOutcomes outcomes)
{
    /// <summary>Whether a method may repeat a call only where <c>IsOutcomeUnknown</c> is false, in a way that cannot be followed.</summary>
    public bool AreHidden(ImmutableArray<IOperation> blocks) => blocks.SelectMany(block => block.DescendantsAndSelf())
        .Any(operation => UnknownOutcomes.IsReference(operation) && IsHidden(operation));

    private bool IsHidden(IOperation reference)
    {
        // The value of a variable that a pattern declares is not followed.
        if (reference.Parent is IPropertySubpatternOperation { Pattern: IDeclarationPatternOperation })
        {
            return true;
        }

        IOperation value = UnknownOutcomes.GetCondition(reference);
        return ExecutionOrder.GetFunction(reference) is { } function
            && !function.Descendants().OfType<IInvocationOperation>().Any(types.IsCreate)
            ? !IsHandledByPipeline(function, value)
            : IsPassedOn(value);
    }

    /// <summary>Whether a condition gets to code, or to a variable, of which it is not known what it does with it.</summary>
    private bool IsPassedOn(IOperation condition)
    {
        switch (condition.Parent)
        {
            case IConditionalOperation conditional when conditional.Condition == condition:
            case ISwitchExpressionArmOperation arm when arm.Guard == condition:
            case ILoopOperation or ICatchClauseOperation or ICaseClauseOperation:
            case IReturnOperation or IThrowOperation or IExpressionStatementOperation:
                return false;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { } local } }:
                return IsHiddenIn(local, condition);
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target, Parent: IExpressionStatementOperation }:
                return IsHiddenIn(target.Local, condition);
            default:
                return !IsShown(condition);
        }
    }

    /// <summary>Whether the value of a variable is not followed: that of a lambda, and that of a type other than <c>bool</c>.</summary>
    private bool IsHiddenIn(ILocalSymbol local, IOperation condition)
    {
        var locals = Locals.Of(condition);
        return locals.IsCaptured(local)
            || (local.Type.SpecialType != SpecialType.System_Boolean
                && (locals.GetValue(local) is null || outcomes.GetValue(condition) is null));
    }

    /// <summary>Whether a value is only written to a log, or is a part of what the method returns or throws.</summary>
    private static bool IsShown(IOperation value)
    {
        IOperation? current = value.Parent;
        while (current is IArgumentOperation { Parameter.RefKind: RefKind.None } or IInvocationOperation or IObjectCreationOperation
            or IConversionOperation or IAwaitOperation or IArrayCreationOperation or IArrayInitializerOperation or IInterpolationOperation
            or IInterpolatedStringOperation or IBinaryOperation { Type.SpecialType: SpecialType.System_String } or IParenthesizedOperation
            or ISimpleAssignmentOperation { Parent: IObjectOrCollectionInitializerOperation } or IObjectOrCollectionInitializerOperation
            or IAnonymousObjectCreationOperation)
        {
            current = current.Parent;
        }

        return current is IExpressionStatementOperation or IReturnOperation or IThrowOperation;
    }

    /// <summary>Whether a function tells a pipeline of Polly to repeat calls after such errors.</summary>
    private bool IsHandledByPipeline(IOperation function, IOperation condition) =>
        condition.Parent is IReturnOperation && outcomes.GetValue(condition) != false
            && function is IAnonymousFunctionOperation lambda && RetryPipelines.IsPassedToPolly(lambda);
}
