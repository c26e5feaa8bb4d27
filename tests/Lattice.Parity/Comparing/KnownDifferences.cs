namespace Lattice.Parity.Comparing;

/// <summary>A row of the list: an expected difference and its reason.</summary>
/// <param name="Kind">The kind of request; <c>*</c> for any.</param>
/// <param name="StandIn">The stand-in's outcome; <c>*</c> for any.</param>
/// <param name="Other">The other server's outcome; <c>*</c> for any.</param>
/// <param name="Reason">Why they differ.</param>
internal sealed record KnownDifference(string Kind, string StandIn, string Other, string Reason)
{
    private const string Any = "*";

    public bool Explains(string kind, Outcome standIn, Outcome other)
        => Matches(Kind, kind) && Matches(StandIn, standIn.ToString()) && Matches(Other, other.ToString());

    private static bool Matches(string pattern, string text) => pattern == Any || pattern == text;
}

/// <summary>Reads the list of known differences: the rows of the tables of a Markdown file.</summary>
internal sealed class KnownDifferences
{
    private const int Columns = 4;

    private KnownDifferences(IReadOnlyList<KnownDifference> rows) => Rows = rows;

    /// <summary>No difference is known.</summary>
    public static KnownDifferences None { get; } = new([]);

    public IReadOnlyList<KnownDifference> Rows { get; }

    /// <exception cref="InvalidDataException">A row does not have the columns kind, stand-in, other and reason.</exception>
    public static KnownDifferences Parse(string markdown)
        => new(
        [
            .. markdown.Split('\n')
                .Select((line, index) => (Text: line.Trim(), Number: index + 1))
                .Where(line => IsRow(line.Text))
                .Select(line => ReadRow(line.Text, line.Number)),
        ]);

    public KnownDifference? Find(string kind, Outcome standIn, Outcome other)
        => Rows.FirstOrDefault(row => row.Explains(kind, standIn, other));

    /// <summary>Whether the line is a row other than the heading and the line below it.</summary>
    private static bool IsRow(string line)
        => line.StartsWith('|') && !line.StartsWith("| kind ", StringComparison.Ordinal) && line.Any(char.IsLetterOrDigit);

    private static KnownDifference ReadRow(string line, int number)
    {
        string[] cells = [.. line.Trim('|').Split('|').Select(cell => cell.Trim().Trim('`'))];
        return cells.Length == Columns && cells.All(cell => cell.Length > 0)
            ? new KnownDifference(cells[0], cells[1], cells[2], cells[3])
            : throw new InvalidDataException($"Line {number} of the differences must have {Columns} cells: kind, stand-in, other, reason.");
    }
}
