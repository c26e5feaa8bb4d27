using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Calls.Keys;

/// <summary>A call that creates something, at its place in the graph of a method.</summary>
internal sealed class Attempt(IInvocationOperation call, BasicBlock block, int index, bool isRecursion)
{
    /// <summary>The call as it is in the source, and not as it is in the graph.</summary>
    public IInvocationOperation Call { get; } = call;

    public BasicBlock Block { get; } = block;

    /// <summary>The index of the operation of the block that the call is a part of.</summary>
    public int Index { get; } = index;

    /// <summary>Whether it is a call of the method itself, which then makes the same calls.</summary>
    public bool IsRecursion { get; } = isRecursion;

    public bool IsAt(BasicBlock other, int operation) => Block.Ordinal == other.Ordinal && Index == operation;
}
