using Lattice.Spec.Json;
using Lattice.Spec.OpenApi;
using Lattice.Stripe.Testing.Redaction;

namespace Lattice.Stripe.Testing.Spec;

/// <summary>Collects the errors of a slice, each with its location.</summary>
internal sealed class SliceErrors(JsonSourceMap sourceMap)
{
    private const int MaxShown = 20;

    private readonly HashSet<(int Offset, string Text)> _errors = [];

    /// <summary>Adds an error of a value. The message is a sentence without its period.</summary>
    public void Add(JsonValue location, string message) => Add(location.Offset, $" (#{location.Pointer})", message);

    public void Add(InvalidJson error) => Add(error.Offset, "", error.Message);

    /// <summary>Adds the error that <paramref name="owner"/> is a reference that cannot be resolved.</summary>
    public void AddUnresolved(JsonValue owner, SpecReference reference) => Add(
        owner.Find("$ref")!,
        $"the $ref '{Suggestions.Shorten(reference.Text)}' cannot be resolved: "
            + (reference.Error ?? "it refers to a value of another type"));

    /// <param name="summary">A sentence that says what the errors mean and what to do. It ends in a colon.</param>
    /// <exception cref="InvalidDataException">There are errors.</exception>
    public void ThrowIfAny(string summary)
    {
        if (_errors.Count > 0)
        {
            throw CreateException(summary);
        }
    }

    /// <inheritdoc cref="ThrowIfAny"/>
    public InvalidDataException CreateException(string summary)
    {
        IEnumerable<string> shown = _errors.OrderBy(error => error.Offset).Take(MaxShown).Select(error => error.Text);
        if (_errors.Count > MaxShown)
        {
            shown = shown.Append($"and {_errors.Count - MaxShown} more");
        }

        return new InvalidDataException(string.Join(Environment.NewLine + "  ", shown.Prepend(summary)));
    }

    // Lines and columns are counted from 1, as editors show them.
    private void Add(int offset, string pointer, string message)
    {
        LineColumn position = sourceMap.Find(offset);
        _errors.Add((offset, MessageText.Show($"line {position.Line + 1}, column {position.Column + 1}{pointer}: {message}")));
    }
}
