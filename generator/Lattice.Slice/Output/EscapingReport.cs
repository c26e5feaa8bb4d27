namespace Lattice.Slice.Output;

/// <summary>Escapes the control characters of everything that goes to another report.</summary>
internal sealed class EscapingReport(IReport report) : IReport
{
    public void Line(string text = "") => report.Line(ControlCharacters.EscapeLine(text));

    public void Table(IReadOnlyList<string> headers, IReadOnlyList<IReadOnlyList<string>> rows) =>
        report.Table(headers, [.. rows.Select(row => (IReadOnlyList<string>)[.. row.Select(ControlCharacters.EscapeLine)])]);

    public Task<T> WaitFor<T>(string description, Func<Task<T>> work) =>
        report.WaitFor(ControlCharacters.EscapeLine(description), work);
}
