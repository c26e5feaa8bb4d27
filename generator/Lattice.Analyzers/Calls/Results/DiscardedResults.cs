using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Calls.Results;

/// <summary>Finds the calls whose result is dropped where it is returned.</summary>
internal static class DiscardedResults
{
    /// <summary>The calls whose results a statement drops.</summary>
    public static IEnumerable<IInvocationOperation> Find(IExpressionStatementOperation statement, ResultSources sources)
    {
        IOperation value = statement.Operation.Unwrap();
        if (value is ISimpleAssignmentOperation { Target: IDiscardOperation } discard)
        {
            value = discard.Value.Unwrap();
        }

        // `_ = await call`, `await call`, `call.Result`, and also `call` alone, which nobody waits for.
        if (sources.GetStripeCall(value) is { } call)
        {
            return sources.Types.ReturnsResult(call.TargetMethod) ? [call] : [];
        }

        return value switch
        {
            IInvocationOperation { TargetMethod.Name: "Wait", Instance: { } task }
                when sources.GetStripeCall(task) is { } waited && sources.Types.ReturnsResult(waited.TargetMethod) => [waited],
            IAwaitOperation { Operation: { } tasks } => FindAll(tasks.Unwrap(), sources),
            _ => [],
        };
    }

    /// <summary>The calls within <c>Task.WhenAll(…)</c>, if all are written there.</summary>
    private static IEnumerable<IInvocationOperation> FindAll(IOperation tasks, ResultSources sources) => tasks switch
    {
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } inner } => FindAll(inner.Unwrap(), sources),
        IInvocationOperation { TargetMethod: { Name: "WhenAll", ContainingType.Name: "Task" }, Arguments: { Length: 1 } arguments } =>
            FindTasks(arguments[0].Value.Unwrap(), sources),
        _ => [],
    };

    private static IEnumerable<IInvocationOperation> FindTasks(IOperation tasks, ResultSources sources)
    {
        IEnumerable<IOperation> values = tasks switch
        {
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
            IInvocationOperation { TargetMethod.Name: "ToArray" or "ToList", Arguments: { Length: 1 } arguments } =>
                FindTasks(arguments[0].Value.Unwrap(), sources),
            IInvocationOperation { TargetMethod.Name: "Select", Arguments: { Length: 2 } arguments } => GetReturned(arguments[1].Value),
            _ => [],
        };
        foreach (IOperation value in values)
        {
            if (sources.GetStripeCall(value.Unwrap()) is { } call && sources.Types.ReturnsResult(call.TargetMethod))
            {
                yield return call;
            }
        }
    }

    private static IEnumerable<IOperation> GetReturned(IOperation function) =>
        function is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Body.Operations: { Length: 1 } body } }
            && body[0] is IReturnOperation { ReturnedValue: { } returned }
            ? [returned]
            : [];
}
