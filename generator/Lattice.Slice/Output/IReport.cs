namespace Lattice.Slice.Output;

/// <summary>Writes the output of a command.</summary>
internal interface IReport
{
    void Line(string text = "");

    void Table(IReadOnlyList<string> headers, IReadOnlyList<IReadOnlyList<string>> rows);

    /// <summary>Shows that work is in progress.</summary>
    Task<T> WaitFor<T>(string description, Func<Task<T>> work);
}
