namespace Lattice.Slice.Output;

/// <summary>What a command says to the person who ran it.</summary>
internal interface IReport
{
    void Line(string text = "");

    void Table(IReadOnlyList<string> headers, IReadOnlyList<IReadOnlyList<string>> rows);

    /// <summary>Shows that work is going on.</summary>
    Task<T> WaitFor<T>(string what, Func<Task<T>> work);
}
