using Spectre.Console;

namespace Lattice.Slice.Output;

/// <summary>Writes text and tables to a terminal.</summary>
internal sealed class TerminalReport(IAnsiConsole console, ErrorOutput error) : IReport
{
    public ErrorOutput Error => error;

    public void Line(string text = "") => console.WriteLine(text);

    public void Table(IReadOnlyList<string> headers, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        Table table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        foreach (string header in headers)
        {
            table.AddColumn(new TableColumn(new Text(header, new Style(decoration: Decoration.Bold))));
        }

        foreach (IReadOnlyList<string> row in rows)
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        console.Write(table);
    }
}
