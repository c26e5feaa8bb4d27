using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Calls.Results;

/// <summary>Finds the expressions that are the result of a call, so that nobody can have checked it yet.</summary>
internal sealed class ResultSources(StripeTypes types, Locals locals)
{
    // A local can be the task of another local, and that of the first one.
    private const int MaxDepth = 8;

    public StripeTypes Types { get; } = types;

    public Locals Locals { get; } = locals;

    /// <summary>
    /// Whether an expression is a new result of a method that returns errors by its name: <c>await X.TryCreateAsync(…)</c>.
    /// </summary>
    public bool IsNew(IOperation result) =>
        Types.IsResult(result.Type) && GetTask(result) is { } task && GetCall(task, MaxDepth) is not null;

    /// <summary>The call to Stripe that a result, or the task of one, comes from without a detour.</summary>
    public IInvocationOperation? GetStripeCall(IOperation resultOrTask)
    {
        IOperation task = Types.IsResult(resultOrTask.Type) ? GetTask(resultOrTask) ?? resultOrTask : resultOrTask;
        return GetCall(task, depth: 0) is { } call && Types.IsCall(call.TargetMethod) ? call : null;
    }

    /// <summary>The task whose result an expression is.</summary>
    private static IOperation? GetTask(IOperation result) => result.Unwrap() switch
    {
        IAwaitOperation wait => wait.Operation,
        IPropertyReferenceOperation { Property.Name: "Result", Instance: { } task } => task,
        IInvocationOperation { TargetMethod.Name: "GetResult", Instance: IInvocationOperation { TargetMethod.Name: "GetAwaiter" } awaiter } =>
            awaiter.Instance,
        _ => null,
    };

    private IInvocationOperation? GetCall(IOperation task, int depth)
    {
        switch (task.Unwrap())
        {
            case IInvocationOperation call when IsSource(call.TargetMethod):
                return call;
            case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask" or "WaitAsync" or "Preserve", Instance: { } inner }:
                return GetCall(inner, depth);
            case ILocalReferenceOperation local when depth > 0 && Locals.GetValues(local.Local) is { Count: > 0 } values:
                IInvocationOperation? first = null;
                foreach (IOperation value in values)
                {
                    if (GetCall(value, depth - 1) is not { } call)
                    {
                        return null;
                    }

                    first ??= call;
                }

                return first;
            default:
                return null;
        }
    }

    private bool IsSource(IMethodSymbol method) =>
        Types.ReturnsResult(method) && (method.Name.StartsWith("Try", StringComparison.Ordinal) || Types.IsCall(method));
}
