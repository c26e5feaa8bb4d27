namespace Lattice.Fuzz.Findings;

/// <summary>An input that broke something.</summary>
/// <param name="Target">The name of the target.</param>
/// <param name="Seed">The seed of the run.</param>
/// <param name="Iteration">The number of the input.</param>
/// <param name="Violations">What it broke; at least one.</param>
/// <param name="Files">The input; empty if it could not be created.</param>
internal sealed record Finding(
    string Target, int Seed, long Iteration, IReadOnlyList<Violation> Violations, IReadOnlyList<InputFile> Files);
