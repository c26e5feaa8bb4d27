using System.Collections.Immutable;
using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Calls.Results;

/// <summary>
/// Finds the results whose error nobody looks at in the whole method: those that are never used, and those of which only the value is, in
/// a way that hides a failure, such as <c>Results.Ok(result.Value?.Id)</c>.
/// </summary>
internal sealed class UncheckedResults(ResultSources sources, Action<IOperation> reportResult, Action<IOperation> reportValue)
{
    private readonly ValueConsumers _consumers = new(sources.Locals);

    public void Find(ImmutableArray<IOperation> blocks)
    {
        foreach (IOperation operation in blocks.SelectMany(block => block.DescendantsAndSelf()))
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation { Symbol: { } local } when sources.Types.IsResult(local.Type):
                    Check(local);
                    break;
                case IVariableDeclaratorOperation { Symbol: { } local } when sources.Types.IsResult(StripeCalls.GetAwaited(local.Type)):
                    CheckTask(local);
                    break;
                case IPropertyReferenceOperation { Property.Name: "Value", Instance: { } result } property
                    when sources.IsNew(result) && _consumers.GetConsumer(property) == ValueConsumer.Hides:
                    reportValue(property);
                    break;
            }
        }
    }

    /// <summary>A local variable with a result.</summary>
    private void Check(ILocalSymbol local)
    {
        if (sources.Locals.GetValues(local) is not { } values || !values.All(sources.IsNew))
        {
            return;
        }

        List<IOperation> hidden = [];
        IReadOnlyList<IOperation> reads = sources.Locals.GetReads(local);
        foreach (IOperation read in reads)
        {
            ValueConsumer consumer = read.GetWhole() is (var whole, IPropertyReferenceOperation { Property.Name: "Value" } property)
                && property.Instance == whole ? _consumers.GetConsumer(property) : ValueConsumer.Checks;
            if (consumer == ValueConsumer.Checks)
            {
                return;
            }

            if (consumer == ValueConsumer.Hides)
            {
                hidden.Add(read.GetWhole().Parent!);
            }
        }

        hidden.ForEach(reportValue);
        if (reads.Count == 0)
        {
            Report(values);
        }
    }

    /// <summary>A local variable with a task that is at most awaited.</summary>
    private void CheckTask(ILocalSymbol local)
    {
        if (sources.Locals.GetValues(local) is { } values && values.All(value => sources.GetStripeCall(value) is not null)
            && sources.Locals.GetReads(local).All(IsDiscarded))
        {
            Report(values);
        }
    }

    private static bool IsDiscarded(IOperation task)
    {
        IOperation? current = task.GetWhole().Parent;
        while (current is IAwaitOperation or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "Wait" or "WaitAsync" })
        {
            current = current.GetWhole().Parent;
        }

        return current is IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation };
    }

    private void Report(IEnumerable<IOperation> values)
    {
        foreach (IOperation value in values)
        {
            if (sources.GetStripeCall(value) is { } call)
            {
                reportResult(call);
            }
        }
    }
}
