using Lattice.Analyzers.Calls.Results;
using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Lattice.Analyzers.Calls.Keys;

/// <summary>Follows the paths of a method after a call succeeded, and after it failed.</summary>
internal sealed class AttemptPaths(ControlFlowGraph graph, Transfer transfer, UnknownOutcomes outcomes, StripeHandlers handlers)
{
    private readonly StripeTypes _types = transfer.Conditions.Variables.Sources.Types;

    // What is known at the start of each block, such as a variable that says whether to repeat.
    private readonly ResultState?[] _entries = new GraphFlow(graph, transfer).Run(graph.Blocks[0], operation: 0, ResultState.Start);

    /// <summary>
    /// The part of the source that is carried out between two attempts, if the second is made because the first failed, and only then;
    /// otherwise <see langword="null"/>.
    /// </summary>
    /// <param name="second">The other attempt; the same one, if it is in a loop.</param>
    public TextSpan? FindRepetition(Attempt first, Attempt second)
    {
        if (first != second)
        {
            int start = first.Call.Syntax.Span.End;
            int end = second.Call.Syntax.Span.End;
            return start <= end && AfterFailure(first, second, enters: null) && !AfterSuccess(first, second, enters: null)
                ? TextSpan.FromBounds(start, end)
                : null;
        }

        // A loop around the one that repeats the call may make calls for other objects.
        foreach (HashSet<BasicBlock> loop in GraphLoops.FindAround(first.Block, graph))
        {
            if (AfterFailure(first, first, loop.Contains))
            {
                return AfterSuccess(first, first, loop.Contains) ? null : GetSpan(loop);
            }
        }

        return null;
    }

    private bool AfterSuccess(Attempt first, Attempt second, Func<BasicBlock, bool>? enters) =>
        Reaches(first.Block, first.Index, Knowledge.Success, first, second, enters);

    /// <summary>Whether the second attempt is reached after an error of the first one whose outcome is unknown.</summary>
    private bool AfterFailure(Attempt first, Attempt second, Func<BasicBlock, bool>? enters)
    {
        transfer.Conditions.Decided = outcomes.GetValueInGraph;
        bool isReached = _types.ReturnsResult(first.Call.TargetMethod)
            ? Reaches(first.Block, first.Index, Knowledge.Failure, first, second, enters)
            : handlers.Find(first).Any(handler =>
                Reaches(graph.Blocks[handler.FirstBlockOrdinal], index: null, outcome: null, first, second, enters));
        transfer.Conditions.Decided = null;
        return isReached;
    }

    /// <param name="index">The operation of the block that the first attempt is a part of; <see langword="null"/> for a handler.</param>
    private bool Reaches(
        BasicBlock block, int? index, Knowledge? outcome, Attempt first, Attempt second, Func<BasicBlock, bool>? enters)
    {
        bool isFound = false;
        bool isStart = index is not null;
        transfer.Outcome = result =>
            transfer.Conditions.Variables.Sources.GetStripeCall(result)?.Syntax == first.Call.Syntax ? outcome : null;
        var flow = new GraphFlow(graph, transfer) { FollowExceptions = false, Enters = enters, EndsAt = EndsAt };
        if (enters?.Invoke(block) != false && GetState(block, index ?? 0) is { } start)
        {
            flow.Run(block, index ?? 0, start);
        }

        transfer.Outcome = null;
        return isFound;

        bool EndsAt(BasicBlock current, int operation)
        {
            if (isStart)
            {
                isStart = false;
                return false;
            }

            isFound |= second.IsAt(current, operation);
            return isFound || first.IsAt(current, operation);
        }
    }

    /// <summary>What is known before an operation of a block.</summary>
    private ResultState? GetState(BasicBlock block, int index)
    {
        ResultState? state = _entries[block.Ordinal];
        for (int operation = 0; operation < index && state is not null; operation++)
        {
            state = transfer.Apply(block.Operations[operation], state);
        }

        return state;
    }

    private static TextSpan GetSpan(IEnumerable<BasicBlock> loop)
    {
        TextSpan[] spans =
        [
            .. loop.SelectMany(block => block.BranchValue is { } value ? block.Operations.Add(value) : block.Operations)
                .Select(operation => operation.Syntax.Span),
        ];
        return TextSpan.FromBounds(spans.Min(span => span.Start), spans.Max(span => span.End));
    }
}
