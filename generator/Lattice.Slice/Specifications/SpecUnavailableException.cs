namespace Lattice.Slice.Specifications;

/// <summary>Thrown if a specification cannot be downloaded. The message is a sentence that says why.</summary>
internal sealed class SpecUnavailableException(string message) : Exception(message);
