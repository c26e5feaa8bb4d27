namespace Lattice.Slice.Output;

/// <summary>Escapes the control characters of everything that goes to another report.</summary>
internal sealed class EscapingReport(IReport report) : IReport
{
    public ErrorOutput Error { get; } = report.Error.With(ControlCharacters.EscapeLine);

    public void Line(string text = "") => report.Line(ControlCharacters.EscapeLine(text));

    public void Table(IReadOnlyList<string> headers, IReadOnlyList<IReadOnlyList<string>> rows) =>
        report.Table(headers, [.. rows.Select(row => (IReadOnlyList<string>)[.. row.Select(ControlCharacters.EscapeLine)])]);
}
