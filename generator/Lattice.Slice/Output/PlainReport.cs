namespace Lattice.Slice.Output;

/// <summary>Writes text for files, pipes and logs. Columns are aligned by spaces and never truncated.</summary>
internal sealed class PlainReport(TextWriter output, ErrorOutput error) : IReport
{
    public ErrorOutput Error => error;

    public void Line(string text = "") => output.WriteLine(text);

    public void Table(IReadOnlyList<string> headers, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        int[] widths = [.. headers.Select((header, column) => rows.Select(row => row[column].Length).Append(header.Length).Max())];
        foreach (IReadOnlyList<string> row in rows.Prepend(headers))
        {
            Line(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }
}
