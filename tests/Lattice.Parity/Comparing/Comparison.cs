using Lattice.Parity.Requests;

namespace Lattice.Parity.Comparing;

/// <summary>The outcomes of a request at both servers.</summary>
/// <param name="Request">The request.</param>
/// <param name="StandIn">The outcome at the stand-in.</param>
/// <param name="Other">The outcome at the other server.</param>
/// <param name="Known">The known difference that explains why they differ; null if absent.</param>
internal sealed record Comparison(ParityRequest Request, Outcome StandIn, Outcome Other, KnownDifference? Known)
{
    public bool IsDifferent => StandIn != Other;

    public override string ToString() => $"{Request}: {StandIn} -> {Other}";
}
