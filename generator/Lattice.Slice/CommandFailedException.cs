namespace Lattice.Slice;

/// <summary>A command could not do what it was asked for; the message says what, where and what to do.</summary>
internal sealed class CommandFailedException(string message) : Exception(message);
