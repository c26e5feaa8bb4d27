namespace Lattice.Fuzz.Findings;

/// <summary>An invariant that an input broke.</summary>
/// <param name="Invariant">What always has to be true, as a sentence.</param>
/// <param name="Detail">What was the case instead.</param>
internal sealed record Violation(string Invariant, string Detail);
