namespace Lattice.Slice;

/// <summary>Thrown if a command fails. The message says what is wrong, where, and what to do.</summary>
/// <param name="message">The message. It may quote any text: it is shown as one line.</param>
/// <param name="details">What is shown below the message, a line each.</param>
internal sealed class CommandFailedException(string message, params IEnumerable<string> details) : Exception(message)
{
    public IReadOnlyList<string> Details { get; } = [.. details];
}
