using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Lattice.Analyzers.Secrets.Flow;

/// <summary>The analysis of one function: what is known at the start of each of its blocks.</summary>
internal sealed class FlowRun
{
    private readonly ControlFlowGraph _graph;
    private readonly FlowState?[] _inputs;
    private readonly bool[] _isNew;

    public FlowRun(ControlFlowGraph graph, FlowState entry)
    {
        _graph = graph;
        _inputs = new FlowState?[graph.Blocks.Length];
        _isNew = new bool[graph.Blocks.Length];
        Exit = entry;
        _inputs[0] = entry;
        _isNew[0] = true;
    }

    /// <summary>What is known about the value that the function returns.</summary>
    public Traces Returned { get; private set; } = Traces.None;

    /// <summary>What is known at the end of the function; at its start, if the end is not reached.</summary>
    public FlowState Exit { get; private set; }

    /// <summary>Takes a block about whose start something new is known.</summary>
    public bool TryTakeNext(out BasicBlock? block)
    {
        int next = Array.IndexOf(_isNew, true);
        block = next < 0 ? null : _graph.Blocks[next];
        if (next >= 0)
        {
            _isNew[next] = false;
        }

        return next >= 0;
    }

    public bool IsReached(BasicBlock block) => _inputs[block.Ordinal] is not null;

    public FlowState GetInput(BasicBlock block) => _inputs[block.Ordinal]!;

    public void Return(Traces traces) => Returned = Returned.Union(traces);

    /// <summary>Passes what is known at the end of a block to those that may run next.</summary>
    public void Leave(BasicBlock block, FlowState state)
    {
        Enter(block.ConditionalSuccessor, state);
        Enter(block.FallThroughSuccessor, state);
        // The graph of a lambda ends at its root, around which is the method that contains it.
        for (ControlFlowRegion? region = block.EnclosingRegion;
            region is { Kind: not ControlFlowRegionKind.Root };
            region = region.EnclosingRegion)
        {
            if (region.Kind == ControlFlowRegionKind.Try)
            {
                EnterHandlers(region, GetInput(block));
                EnterHandlers(region, state);
            }
        }

        if (block.Kind == BasicBlockKind.Exit)
        {
            Exit = state;
        }
    }

    // What a finally block assigns is not followed: it releases what the block before it used.
    private void Enter(ControlFlowBranch? branch, FlowState state)
    {
        if (branch is { Destination: { } destination })
        {
            Enter(destination.Ordinal, state);
        }
    }

    private void EnterHandlers(ControlFlowRegion tried, FlowState state)
    {
        foreach (ControlFlowRegion handler in tried.EnclosingRegion!.NestedRegions)
        {
            if (handler.Kind != ControlFlowRegionKind.Try)
            {
                Enter(handler.FirstBlockOrdinal, state);
            }
        }
    }

    private void Enter(int block, FlowState state)
    {
        if (_inputs[block] is not { } input)
        {
            _inputs[block] = state.Clone();
            _isNew[block] = true;
        }
        else if (input.Join(state))
        {
            _isNew[block] = true;
        }
    }
}
