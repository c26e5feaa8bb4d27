namespace Lattice.Slice.Output;

/// <summary>Fits tables into the width of a terminal.</summary>
internal static class TableLayout
{
    /// <summary>The widths of the columns with which no word is broken; <see langword="null"/> if the words are too long for that.</summary>
    /// <param name="available">The number of characters that the cells of a row can have together.</param>
    public static IReadOnlyList<int>? Fit(IReadOnlyList<string> headers, IReadOnlyList<IReadOnlyList<string>> rows, int available)
    {
        List<IReadOnlyList<string>> columns = [.. headers.Select((header, column) =>
            (IReadOnlyList<string>)[header, .. rows.Select(row => row[column])])];
        int[] natural = [.. columns.Select(cells => cells.Max(cell => cell.Length))];
        int[] widths = [.. columns.Select(cells => cells.Max(TextWrapper.GetLongestWord))];
        int rest = available - widths.Sum();
        if (rest < 0)
        {
            return null;
        }

        // Columns that need little more get it first; the others share what is left.
        int[] order = [.. Enumerable.Range(0, widths.Length).OrderBy(column => natural[column] - widths[column])];
        for (int i = 0; i < order.Length; i++)
        {
            int more = Math.Min(natural[order[i]] - widths[order[i]], rest / (order.Length - i));
            widths[order[i]] += more;
            rest -= more;
        }

        return widths;
    }

    /// <summary>The rows one below the other: the first cell, and then each other cell that is not empty with its header.</summary>
    public static IEnumerable<string> Stack(IReadOnlyList<string> headers, IReadOnlyList<IReadOnlyList<string>> rows, int width)
    {
        int label = headers.Skip(1).Select(header => header.Length).DefaultIfEmpty(0).Max() + 2;
        foreach (IReadOnlyList<string> row in rows)
        {
            foreach (string line in TextWrapper.Wrap(row[0], width, indent: 0))
            {
                yield return line;
            }

            foreach (int column in Enumerable.Range(1, row.Count - 1).Where(column => row[column].Length > 0))
            {
                string start = "  " + headers[column].PadRight(label);
                foreach (string line in TextWrapper.Wrap(start + row[column], width, start.Length))
                {
                    yield return line;
                }
            }
        }
    }
}
