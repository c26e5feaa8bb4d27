using Lattice.Spec.Json;

namespace Lattice.Spec.OpenApi;

/// <summary>An error in a document.</summary>
/// <param name="Message">The error, as a clause without a period.</param>
internal sealed record SpecError(SpecErrorKind Kind, JsonValue Location, string Message);

internal enum SpecErrorKind
{
    /// <summary>The document is not valid.</summary>
    Invalid,

    /// <summary>The document is valid, but a keyword has no effect.</summary>
    Unsupported,

    /// <summary>An extension of a slice is unknown, or its value is not valid.</summary>
    Extension,
}
