namespace Lattice.Slice.Checking;

/// <summary>Two specifications cannot be compared; the message says which of them is at fault, and why.</summary>
internal sealed class CheckException(string message) : Exception(message);
