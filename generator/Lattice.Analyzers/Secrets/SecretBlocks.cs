using Lattice.Analyzers.Operations;
using Lattice.Analyzers.Secrets.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Secrets;

/// <summary>Finds the methods, accessors, and initializers that have a secret at all: only those are analyzed.</summary>
internal static class SecretBlocks
{
    /// <param name="context">The compilation.</param>
    /// <param name="types">The types of the SDK.</param>
    /// <param name="includesUnrevealed">Whether a secret matters that is not revealed.</param>
    /// <param name="createSinks">Creates what reports the secrets of a method.</param>
    public static void Register(
        CompilationStartAnalysisContext context,
        StripeTypes types,
        bool includesUnrevealed,
        Func<OperationBlockAnalysisContext, ISecretSinks> createSinks) => context.RegisterOperationBlockStartAction(start =>
    {
        bool hasSecret = false;
        start.RegisterOperationAction(
            operation => hasSecret |= operation.Operation switch
            {
                IInvocationOperation call => SecretTypes.IsReveal(call.TargetMethod, types),
                IMethodReferenceOperation method => SecretTypes.IsReveal(method.Method, types),
                IPropertyReferenceOperation property => includesUnrevealed
                    && property.Type is { } type && SecretTypes.IsSecret(type, types)
                    && SecretTypes.IsSecretOfResource(property.Property, types),
                _ => false,
            },
            OperationKind.Invocation,
            OperationKind.MethodReference,
            OperationKind.PropertyReference);
        start.RegisterOperationBlockEndAction(block =>
        {
            if (hasSecret)
            {
                Analyze(block, types, createSinks(block));
            }
        });
    });

    private static void Analyze(OperationBlockAnalysisContext context, StripeTypes types, ISecretSinks sinks)
    {
        var graphs = new HashSet<ControlFlowGraph>();
        foreach (IOperation block in context.OperationBlocks)
        {
            // The initializer and the body of a constructor are two blocks of one graph. An attribute has none.
            if (block.Kind != OperationKind.Attribute && context.GetControlFlowGraph(block) is { } graph && graphs.Add(graph))
            {
                SecretFlow.Analyze(types, graph, sinks, context.CancellationToken);
            }
        }
    }
}
