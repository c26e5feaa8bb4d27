namespace Lattice.Spec.Json;

/// <summary>Why a text is not valid JSON, or is ambiguous JSON.</summary>
/// <param name="Message">The error, as a clause without a period.</param>
/// <param name="Offset">The location of the error, in UTF-16 code units from the start of the text.</param>
internal sealed record InvalidJson(string Message, int Offset)
{
    /// <summary>Whether the only error is that the text ends too early.</summary>
    public bool IsTruncated { get; init; }
}
