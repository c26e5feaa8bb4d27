using Spectre.Console;

namespace Lattice.Slice.Output;

/// <summary>Writes text and tables to a terminal.</summary>
internal sealed class TerminalReport(IAnsiConsole console, ErrorOutput error) : IReport
{
    public ErrorOutput Error => error;

    private int Width => console.Profile.Width;

    /// <summary>Writes text without the console's own wrapping, which breaks words.</summary>
    public void Line(string text = "")
    {
        foreach (string line in text.Split('\n').SelectMany(line => TextWrapper.Wrap(line, Width, line.Length - line.TrimStart().Length)))
        {
            console.Profile.Out.Writer.WriteLine(line);
        }
    }

    public void Table(IReadOnlyList<string> headers, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        if (TableLayout.Fit(headers, rows, Width - GetFrame(headers.Count)) is not { } widths)
        {
            TableLayout.Stack(headers, rows, Width).ToList().ForEach(console.Profile.Out.Writer.WriteLine);
            return;
        }

        Table table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        foreach ((string header, int width) in headers.Zip(widths))
        {
            table.AddColumn(new TableColumn(new Text(header, new Style(decoration: Decoration.Bold))) { Width = width });
        }

        foreach (IReadOnlyList<string> row in rows)
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        console.Write(table);
    }

    // The borders of a table and the spaces beside them.
    private static int GetFrame(int columns) => (columns * 3) + 1;
}
