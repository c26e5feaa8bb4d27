using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Calls.Keys;

/// <summary>Finds the <c>catch</c> clauses that get an error of Stripe that leaves open whether it carried out a call.</summary>
internal sealed class StripeHandlers(StripeTypes types, UnknownOutcomes outcomes)
{
    /// <summary>Those of the innermost statement around a call that catches such errors.</summary>
    public IReadOnlyList<ControlFlowRegion> Find(Attempt attempt)
    {
        IEnumerable<ITryOperation> statements = GetStatements(attempt.Call);
        return GraphLoops.GetHandlers(attempt.Block)
            .Where(handler => handler.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.FilterAndHandler)
            .GroupBy(handler => handler.EnclosingRegion)
            .Zip(statements, (handlers, statement) => Find(statement, [.. handlers]))
            .FirstOrDefault(handlers => handlers.Count > 0) ?? [];
    }

    /// <summary>The statements with <c>catch</c> clauses for an operation, the innermost first.</summary>
    private static IEnumerable<ITryOperation> GetStatements(IOperation operation)
    {
        IOperation child = operation;
        for (IOperation? parent = operation.Parent; parent is not null; child = parent, parent = parent.Parent)
        {
            if (parent is ITryOperation { Catches.IsEmpty: false } statement && statement.Body == child)
            {
                yield return statement;
            }
        }
    }

    private List<ControlFlowRegion> Find(ITryOperation statement, ControlFlowRegion[] handlers)
    {
        List<ControlFlowRegion> found = [];
        bool isCaught = false;
        for (int i = 0; i < handlers.Length; i++)
        {
            ITypeSymbol? type = handlers[i].ExceptionType;
            bool catchesErrors = IsRelated(type, types.Exception);
            if (catchesErrors ? !isCaught : IsRelated(type, types.CanceledException))
            {
                found.Add(handlers[i]);
            }

            // The clauses after `catch (StripeException e) when (e.Error.IsOutcomeUnknown)` get no such error.
            isCaught |= i < statement.Catches.Length && statement.Catches[i].Filter is { } filter && outcomes.GetValue(filter) == true;
        }

        return found;
    }

    private static bool IsRelated(ITypeSymbol? caught, INamedTypeSymbol? thrown) =>
        caught is null || StripeTypes.IsOrDerivesFrom(caught, thrown) || StripeTypes.IsOrDerivesFrom(thrown, caught as INamedTypeSymbol);
}
