using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Calls.Results;

/// <summary>
/// Finds where the <c>Value</c> of a result is needed although the call may have failed. A value that may be null where null is allowed,
/// such as a nullable parameter, is not needed.
/// </summary>
internal sealed class ValueUses(Transfer transfer, Action<IOperation> report)
{
    /// <summary>Follows the paths through a method, and through the lambdas and local functions within.</summary>
    public void Find(ControlFlowGraph graph, IMethodSymbol? method)
    {
        transfer.Conditions.Variables.Add(graph);
        var flow = new GraphFlow(graph, transfer);
        ResultState?[] entries = flow.Run(graph.Blocks[0], operation: 0, ResultState.Start);
        foreach (BasicBlock block in graph.Blocks)
        {
            if (entries[block.Ordinal] is { } entry)
            {
                IOperation? returned = block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return
                    ? block.BranchValue
                    : null;
                transfer.Observer = (operation, state) => Check(operation, state, returned, method);
                flow.Visit(block, entry);
                transfer.Observer = null;
            }
        }

        foreach ((ControlFlowGraph function, IMethodSymbol symbol) in GraphFlow.GetFunctions(graph))
        {
            Find(function, symbol);
        }
    }

    private void Check(IOperation operation, ResultState state, IOperation? returned, IMethodSymbol? method)
    {
        bool isValue = operation is IPropertyReferenceOperation { Property.Name: "Value" } or ILocalReferenceOperation
            or IParameterReferenceOperation or IFieldReferenceOperation or IFlowCaptureReferenceOperation;
        if (isValue && transfer.GetResultOfValue(state, operation) is { } result
            && state.Facts[result] is Knowledge.Open or Knowledge.Failure && IsNeeded(operation, returned, method))
        {
            report(operation);
        }
    }

    private static bool IsNeeded(IOperation value, IOperation? returned, IMethodSymbol? method)
    {
        (IOperation whole, IOperation? parent) = value.GetWhole();
        if (parent is IAssignmentOperation assignment && assignment.Target == whole)
        {
            return false;
        }

        return (value is not IFlowCaptureReferenceOperation && value.IsAssertedNotNull()) || parent switch
        {
            IMemberReferenceOperation member => member.Instance == whole,
            IInvocationOperation call => call.Instance == whole,
            IArgumentOperation { Parameter: { } parameter } => IsObjectNeeded(parameter),
            null => whole == returned && method is { MethodKind: not MethodKind.AnonymousFunction } && IsObjectNeeded(GetReturned(method)),
            _ => false,
        };
    }

    private static ITypeSymbol GetReturned(IMethodSymbol method) =>
        method.IsAsync ? StripeCalls.GetAwaited(method.ReturnType) ?? method.ReturnType : method.ReturnType;

    private static bool IsObjectNeeded(IParameterSymbol parameter) =>
        IsObjectNeeded(parameter.OriginalDefinition.Type)
            && !parameter.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "AllowNullAttribute" or "NotNullAttribute");

    /// <summary>Whether null is not expected for a type: that of a resource, as opposed to <c>object</c> and those with <c>?</c>.</summary>
    private static bool IsObjectNeeded(ITypeSymbol type) =>
        type is { TypeKind: TypeKind.Class or TypeKind.Interface, NullableAnnotation: not NullableAnnotation.Annotated }
            && type.SpecialType != SpecialType.System_Object;
}
