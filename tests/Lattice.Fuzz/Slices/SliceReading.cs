using Microsoft.CodeAnalysis;

namespace Lattice.Fuzz.Slices;

/// <summary>What became of a slice.</summary>
/// <param name="Slice">The slice.</param>
/// <param name="Result">What the generator reported and emitted.</param>
/// <param name="CompilerErrors">The errors and warnings of the compiler for what was emitted.</param>
/// <param name="Reversed">The result for the same slice with its keys in reverse order; null if it is not valid JSON.</param>
/// <param name="StandIn">The exception of the stand-in's reader; null if it accepted the slice.</param>
internal sealed record SliceReading(
    string Slice,
    GeneratorRunResult Result,
    IReadOnlyList<string> CompilerErrors,
    GeneratorRunResult? Reversed,
    Exception? StandIn);
