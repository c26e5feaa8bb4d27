using Lattice.Spec.Json;

namespace Lattice.Spec.OpenApi;

/// <summary>A <c>$ref</c> and its target.</summary>
/// <param name="Text">The reference as written.</param>
/// <param name="Target">The target, which is not a reference itself; <see langword="null"/> if the reference cannot be resolved.</param>
/// <param name="Error">Why it cannot be resolved, as a clause without a period; <see langword="null"/> if it can.</param>
internal sealed record SpecReference(string Text, JsonValue? Target, string? Error);
