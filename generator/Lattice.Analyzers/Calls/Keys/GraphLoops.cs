using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Lattice.Analyzers.Calls.Keys;

/// <summary>Finds the loops of a method, whether they are written with <c>while</c>, <c>for</c>, or <c>goto</c>.</summary>
internal static class GraphLoops
{
    /// <summary>The blocks of each loop around a block, the innermost loop first.</summary>
    public static IEnumerable<HashSet<BasicBlock>> FindAround(BasicBlock block, ControlFlowGraph graph)
    {
        ImmutableArray<BasicBlock> blocks = graph.Blocks;
        List<int>[] predecessors = GetPredecessors(blocks);
        HashSet<int>[] dominators = GetDominators(predecessors);
        var loops = new Dictionary<int, HashSet<int>>();
        for (int end = 0; end < blocks.Length; end++)
        {
            foreach (int start in Enumerable.Range(0, blocks.Length).Where(start => predecessors[start].Contains(end)))
            {
                if (dominators[end].Contains(start))
                {
                    if (!loops.TryGetValue(start, out HashSet<int>? loop))
                    {
                        loops.Add(start, loop = [start]);
                    }

                    Add(loop, end, predecessors);
                }
            }
        }

        return loops.Values.Where(loop => loop.Contains(block.Ordinal))
            .OrderBy(loop => loop.Count)
            .Select(loop => new HashSet<BasicBlock>(loop.Select(ordinal => blocks[ordinal])));
    }

    /// <summary>The blocks with the code that handles an exception of a block.</summary>
    public static IEnumerable<ControlFlowRegion> GetHandlers(BasicBlock block)
    {
        // The root of a lambda is within the regions around the lambda, whose blocks are those of another graph.
        for (ControlFlowRegion region = block.EnclosingRegion; region.Kind != ControlFlowRegionKind.Root; region = region.EnclosingRegion!)
        {
            if (region is { Kind: ControlFlowRegionKind.Try, EnclosingRegion: { } whole })
            {
                foreach (ControlFlowRegion handler in whole.NestedRegions.Where(nested => nested.Kind != ControlFlowRegionKind.Try))
                {
                    yield return handler;
                }
            }
        }
    }

    /// <summary>Adds the blocks from which the end of a loop is reached without its start.</summary>
    private static void Add(HashSet<int> loop, int end, List<int>[] predecessors)
    {
        var pending = new Stack<int>([end]);
        while (pending.Count > 0)
        {
            int next = pending.Pop();
            if (loop.Add(next))
            {
                predecessors[next].ForEach(pending.Push);
            }
        }
    }

    private static List<int>[] GetPredecessors(ImmutableArray<BasicBlock> blocks)
    {
        List<int>[] predecessors = [.. blocks.Select(_ => new List<int>())];
        foreach (BasicBlock block in blocks.Where(block => block.IsReachable))
        {
            Add(block.FallThroughSuccessor?.Destination?.Ordinal);
            Add(block.ConditionalSuccessor?.Destination?.Ordinal);
            foreach (ControlFlowRegion handler in GetHandlers(block))
            {
                Add(handler.FirstBlockOrdinal);
            }

            void Add(int? successor)
            {
                if (successor is { } ordinal && !predecessors[ordinal].Contains(block.Ordinal))
                {
                    predecessors[ordinal].Add(block.Ordinal);
                }
            }
        }

        return predecessors;
    }

    /// <summary>For each block, those that every path to it goes through.</summary>
    private static HashSet<int>[] GetDominators(List<int>[] predecessors)
    {
        int count = predecessors.Length;
        HashSet<int>[] dominators = [.. Enumerable.Range(0, count).Select(block =>
            new HashSet<int>(block == 0 ? [0] : Enumerable.Range(0, count)))];
        bool hasChanged = true;
        while (hasChanged)
        {
            hasChanged = false;
            for (int block = 1; block < count; block++)
            {
                if (predecessors[block].Count > 0)
                {
                    var common = new HashSet<int>(dominators[predecessors[block][0]]);
                    predecessors[block].ForEach(predecessor => common.IntersectWith(dominators[predecessor]));
                    common.Add(block);
                    if (common.Count != dominators[block].Count)
                    {
                        dominators[block] = common;
                        hasChanged = true;
                    }
                }
            }
        }

        return dominators;
    }
}
