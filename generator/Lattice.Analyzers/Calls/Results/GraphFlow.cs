using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Calls.Results;

/// <summary>Follows the paths through the graph of a method, with what is known on them.</summary>
internal sealed class GraphFlow(ControlFlowGraph graph, Transfer transfer)
{
    // What is known about loops is found in a few rounds. This many are never needed.
    private const int MaxRounds = 100;

    private readonly ImmutableArray<BasicBlock> _blocks = graph.Blocks;

    /// <summary>Whether an exception is thrown by any operation, so that handlers get what is known at each.</summary>
    public bool FollowExceptions { get; set; } = true;

    /// <summary>Called before each operation of a block, with its index; if it returns true, the path ends there.</summary>
    public Func<BasicBlock, int, bool>? EndsAt { get; set; }

    /// <summary>The blocks that paths may enter; all if not set.</summary>
    public Func<BasicBlock, bool>? Enters { get; set; }

    /// <summary>What is known at the start of each block; <see langword="null"/> for those that are not reached.</summary>
    /// <param name="operation">The index of the operation of the first block to start with.</param>
    public ResultState?[] Run(BasicBlock first, int operation, ResultState state)
    {
        var entries = new ResultState?[_blocks.Length];
        var pending = new SortedSet<int>();
        int rounds = _blocks.Length * MaxRounds;
        Follow(first, operation, state, Enter);
        while (pending.Count > 0 && rounds-- > 0)
        {
            int next = pending.Min;
            pending.Remove(next);
            Follow(_blocks[next], operation: 0, entries[next]!, Enter);
        }

        return entries;

        void Enter(BasicBlock block, ResultState? arriving)
        {
            ResultState? joined = ResultState.Join(entries[block.Ordinal], arriving);
            if (joined is not null && !joined.Equals(entries[block.Ordinal]) && Enters?.Invoke(block) != false)
            {
                entries[block.Ordinal] = joined;
                pending.Add(block.Ordinal);
            }
        }
    }

    /// <summary>Passes an operation of a block, or its condition or value, without following its branches.</summary>
    public void Visit(BasicBlock block, ResultState state) => Follow(block, operation: 0, state, (_, _) => { });

    private void Follow(BasicBlock block, int operation, ResultState state, Action<BasicBlock, ResultState?> enter)
    {
        ResultState? current = state;
        int count = block.Operations.Length;
        for (int index = operation; index <= count; index++)
        {
            EnterHandlers(block, current, enter);
            IOperation? next = index < count ? block.Operations[index] : block.BranchValue;
            if (EndsAt?.Invoke(block, index) == true)
            {
                return;
            }

            current = next is null ? current : transfer.Apply(next, current);
            if (current is null)
            {
                return;
            }
        }

        EnterHandlers(block, current, enter);
        bool isConditional = block.ConditionKind != ControlFlowConditionKind.None && block.BranchValue is not null;
        bool jumpsIf = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
        if (block.ConditionalSuccessor?.Destination is { } jump && isConditional
            && transfer.Conditions.Assume(current, block.BranchValue!, jumpsIf) is { } jumping)
        {
            enter(jump, jumping);
        }

        if (block.FallThroughSuccessor?.Destination is { } fallThrough
            && (isConditional ? transfer.Conditions.Assume(current, block.BranchValue!, !jumpsIf) : current) is { } falling)
        {
            enter(fallThrough, falling);
        }
    }

    private void EnterHandlers(BasicBlock block, ResultState state, Action<BasicBlock, ResultState?> enter)
    {
        if (!FollowExceptions)
        {
            return;
        }

        // The graph of a lambda ends at its root, around which is the method that contains it.
        for (ControlFlowRegion? region = block.EnclosingRegion;
            region is { Kind: not ControlFlowRegionKind.Root };
            region = region.EnclosingRegion)
        {
            if (region is { Kind: ControlFlowRegionKind.Try, EnclosingRegion: { } whole })
            {
                foreach (ControlFlowRegion handler in whole.NestedRegions)
                {
                    if (handler.Kind != ControlFlowRegionKind.Try)
                    {
                        enter(_blocks[handler.FirstBlockOrdinal], state);
                    }
                }
            }
        }
    }

    /// <summary>The graphs of the lambdas and local functions within a graph.</summary>
    public static IEnumerable<(ControlFlowGraph Graph, IMethodSymbol Function)> GetFunctions(ControlFlowGraph graph)
    {
        foreach (IMethodSymbol function in graph.LocalFunctions)
        {
            yield return (graph.GetLocalFunctionControlFlowGraph(function), function);
        }

        foreach (BasicBlock block in graph.Blocks)
        {
            IEnumerable<IOperation> operations = block.BranchValue is { } value ? block.Operations.Add(value) : block.Operations;
            foreach (IOperation operation in operations.SelectMany(operation => operation.DescendantsAndSelf()))
            {
                if (operation is IFlowAnonymousFunctionOperation lambda)
                {
                    yield return (graph.GetAnonymousFunctionControlFlowGraph(lambda), lambda.Symbol);
                }
            }
        }
    }
}
