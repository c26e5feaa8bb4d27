namespace Lattice.Slice;

/// <summary>Thrown if a command fails. The message says what is wrong, where, and what to do.</summary>
internal sealed class CommandFailedException(string message) : Exception(message);
