using Lattice.Parity.Requests;

namespace Lattice.Parity.Comparing;

/// <summary>What the two servers answered to a request.</summary>
/// <param name="Request">The request.</param>
/// <param name="StandIn">What the stand-in answers.</param>
/// <param name="Other">What the other server answers.</param>
/// <param name="Known">Why they differ, if they do and that is known.</param>
internal sealed record Comparison(ParityRequest Request, Outcome StandIn, Outcome Other, KnownDifference? Known)
{
    public bool IsDifferent => StandIn != Other;

    public override string ToString() => $"{Request}: {StandIn} -> {Other}";
}
