using Lattice.Spec.Json;

namespace Lattice.Spec.OpenApi;

/// <summary>Something in a document that is not as OpenAPI, or one of our extensions, has it.</summary>
/// <param name="Message">What is wrong, as a sentence without its full stop.</param>
internal sealed record SpecError(SpecErrorKind Kind, JsonValue Location, string Message);

internal enum SpecErrorKind
{
    /// <summary>The document is not valid there.</summary>
    Invalid,

    /// <summary>The document is valid there, and what it says has no effect.</summary>
    Unsupported,

    /// <summary>An extension of ours is not one, or has a wrong value.</summary>
    Extension,
}
