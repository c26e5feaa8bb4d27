namespace Lattice.Spec.Json;

/// <summary>Why a text is not JSON, or is JSON that no reader can use without guessing.</summary>
/// <param name="Message">What is wrong, as the end of a sentence.</param>
/// <param name="Offset">Where it is, in UTF-16 code units from the start of the text.</param>
internal sealed record InvalidJson(string Message, int Offset)
{
    /// <summary>Whether nothing is wrong but that the text ends too early.</summary>
    public bool IsTruncated { get; init; }
}
