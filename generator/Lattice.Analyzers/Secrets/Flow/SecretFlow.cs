using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Lattice.Analyzers.Secrets.Flow;

/// <summary>
/// Follows the texts of secrets along the paths of a method: through variables, expressions that build texts, and the functions within the
/// method. What other methods and fields do is not known, so that a value that they get is not followed.
/// </summary>
/// <remarks>
/// The analysis visits the blocks of the control flow graph until no block learns anything new, and then visits each once more for the
/// sinks.
/// </remarks>
internal sealed partial class SecretFlow
{
    // More blocks than in any method that a person reads. A method for which this is not enough is not analyzed to its end.
    private const int MaxVisits = 20_000;

    private readonly StripeTypes _types;
    private readonly ISecretSinks _sinks;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<IOperation, Traces> _values = [];
    private ControlFlowGraph _graph;
    private FlowState _state = new();
    private bool _isForSinks = true;
    private int _visits;

    private SecretFlow(StripeTypes types, ControlFlowGraph graph, ISecretSinks sinks, CancellationToken cancellationToken)
    {
        (_types, _graph, _sinks, _cancellationToken) = (types, graph, sinks, cancellationToken);
        Method = graph.OriginalOperation;
    }

    /// <summary>The method under analysis, as it is written.</summary>
    public IOperation Method { get; }

    private bool IsExhausted => _visits > MaxVisits;

    /// <summary>Follows the secrets in a method, and shows the sinks what they get.</summary>
    public static void Analyze(StripeTypes types, ControlFlowGraph graph, ISecretSinks sinks, CancellationToken cancellationToken)
    {
        var flow = new SecretFlow(types, graph, sinks, cancellationToken);
        flow.Run(graph, new FlowState(), out _);
        flow.RunUnusedFunctions(graph);
    }

    /// <summary>What is known about the value of an operand of the operation that a sink visits.</summary>
    public Traces GetTraces(IOperation? operand) =>
        operand is not null && _values.TryGetValue(operand, out Traces? traces) ? traces : Traces.None;

    /// <returns>What is known about the value that the function returns.</returns>
    private Traces Run(ControlFlowGraph graph, FlowState entry, out FlowState exit)
    {
        (ControlFlowGraph outer, bool isForSinks) = (_graph, _isForSinks);
        _graph = graph;
        _isForSinks = false;
        var run = new FlowRun(graph, entry);
        while (run.TryTakeNext(out BasicBlock? block) && !IsExhausted)
        {
            Visit(block!, run);
        }

        _isForSinks = isForSinks;
        if (isForSinks && !IsExhausted)
        {
            foreach (BasicBlock block in graph.Blocks.Where(run.IsReached))
            {
                Visit(block, run);
            }
        }

        _graph = outer;
        exit = run.Exit;
        return run.Returned;
    }

    private void Visit(BasicBlock block, FlowRun run)
    {
        _visits++;
        _cancellationToken.ThrowIfCancellationRequested();
        _state = run.GetInput(block).Clone();
        foreach (IOperation operation in block.Operations)
        {
            Traces traces = Evaluate(operation);
            if (operation.Kind == OperationKind.YieldReturn)
            {
                run.Return(traces.Within(TracePath.AnyElement));
            }
        }

        if (block.BranchValue is { } value)
        {
            Traces traces = Evaluate(value);
            if (block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return)
            {
                run.Return(traces);
                if (_isForSinks && _graph.Parent is null)
                {
                    _sinks.VisitReturn(value, this);
                }
            }
        }

        run.Leave(block, _state);
    }
}
