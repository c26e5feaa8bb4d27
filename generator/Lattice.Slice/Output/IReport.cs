namespace Lattice.Slice.Output;

/// <summary>Writes the output of a command.</summary>
internal interface IReport
{
    void Line(string text = "");

    void Table(IReadOnlyList<string> headers, IReadOnlyList<IReadOnlyList<string>> rows);

    /// <summary>Warnings and progress, which are not part of the result.</summary>
    ErrorOutput Error { get; }
}
