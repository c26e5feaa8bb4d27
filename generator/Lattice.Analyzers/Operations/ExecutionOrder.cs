using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Operations;

/// <summary>In which order the operations of a method run, as far as its blocks, branches, and loops show.</summary>
internal static class ExecutionOrder
{
    /// <summary>Whether an operation begins before another in the source.</summary>
    public static bool IsBefore(IOperation first, IOperation second) => first.Syntax.SpanStart < second.Syntax.SpanStart;

    /// <summary>Whether an operation begins before the end of another: it is before it, or a part of it.</summary>
    public static bool IsBeforeEndOf(IOperation first, IOperation second) => first.Syntax.SpanStart < second.Syntax.Span.End;

    /// <summary>The lambda expression or the local function that contains an operation; <see langword="null"/> for the method itself.</summary>
    public static IOperation? GetFunction(IOperation operation)
    {
        IOperation? current = operation.Parent;
        while (current is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation))
        {
            current = current.Parent;
        }

        return current;
    }

    /// <summary>Whether two operations are in branches of which only one runs.</summary>
    public static bool AreExclusive(IOperation first, IOperation second)
    {
        (IOperation common, IOperation ofFirst, IOperation ofSecond) = FindCommon(first, second);
        return ofFirst != ofSecond && common switch
        {
            IConditionalOperation conditional => ofFirst != conditional.Condition && ofSecond != conditional.Condition,
            ISwitchOperation statement => ofFirst != statement.Value && ofSecond != statement.Value,
            ISwitchExpressionOperation expression => ofFirst != expression.Value && ofSecond != expression.Value,
            ITryOperation => ofFirst is ICatchClauseOperation && ofSecond is ICatchClauseOperation,
            _ => false,
        };
    }

    /// <summary>Whether the branch of the first operation may end before it reaches the second: by a return, a throw, a break.</summary>
    public static bool MayLeave(IOperation first, IOperation second) =>
        FindCommon(first, second).OfFirst.DescendantsAndSelf().Any(operation =>
            operation is IReturnOperation or IThrowOperation or IBranchOperation && IsBefore(first, operation));

    /// <summary>Whether the second operation is not reached before the first, which is a statement of a block around both.</summary>
    public static bool Dominates(IOperation first, IOperation second)
    {
        IOperation statement = first;
        while (statement.Parent is IVariableInitializerOperation or IVariableDeclaratorOperation or IVariableDeclarationOperation
            or IVariableDeclarationGroupOperation or IExpressionStatementOperation)
        {
            statement = statement.Parent;
        }

        return statement is IExpressionStatementOperation or IVariableDeclarationGroupOperation
            && statement.Parent is IBlockOperation or ISwitchCaseOperation
            && IsBefore(first, second)
            && IsWithin(second, statement.Parent);
    }

    /// <summary>Whether a loop repeats both operations with the same variable.</summary>
    public static bool ShareLoop(IOperation first, IOperation second, IOperation? declaration)
    {
        for (IOperation? current = second.Parent; current is not null; current = current.Parent)
        {
            if (current is ILoopOperation loop
                && IsWithin(first, loop)
                && (declaration is null || !IsWithin(declaration, loop.Body)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWithin(IOperation operation, IOperation container)
    {
        IOperation? current = operation;
        while (current is not null && current != container)
        {
            current = current.Parent;
        }

        return current is not null;
    }

    /// <summary>The innermost operation that contains both, and its parts that do.</summary>
    private static (IOperation Common, IOperation OfFirst, IOperation OfSecond) FindCommon(IOperation first, IOperation second)
    {
        // The part of each operation around the second one that leads to it.
        Dictionary<IOperation, IOperation> parts = [];
        IOperation part = second;
        for (IOperation? current = second; current is not null; current = current.Parent)
        {
            parts[current] = part;
            part = current;
        }

        part = first;
        IOperation common = first;
        while (!parts.ContainsKey(common) && common.Parent is { } parent)
        {
            part = common;
            common = parent;
        }

        return (common, part, parts.TryGetValue(common, out IOperation? other) ? other : second);
    }
}
