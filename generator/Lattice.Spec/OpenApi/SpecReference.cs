using Lattice.Spec.Json;

namespace Lattice.Spec.OpenApi;

/// <summary>A <c>$ref</c> and what it leads to.</summary>
/// <param name="Text">The reference as it is written.</param>
/// <param name="Target">What it leads to, which is not a reference itself; <see langword="null"/> if it cannot be followed.</param>
/// <param name="Error">Why it cannot be followed, as the end of a sentence; <see langword="null"/> if it can.</param>
internal sealed record SpecReference(string Text, JsonValue? Target, string? Error);
