namespace Lattice.Fuzz.Configuration;

/// <summary>What a command did.</summary>
/// <param name="Arguments">The command line without the files.</param>
/// <param name="Code">The exit code.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error.</param>
/// <param name="Before">The files before it.</param>
/// <param name="After">The files after it.</param>
internal sealed record CommandRun(
    IReadOnlyList<string> Arguments,
    int Code,
    string Output,
    string Error,
    IReadOnlyList<(string Name, string Text)> Before,
    IReadOnlyList<(string Name, string Text)> After)
{
    public bool ChangedFiles => !Before.SequenceEqual(After);

    public override string ToString() =>
        $"lattice {string.Join(' ', Arguments.Select(argument => $"'{argument}'"))} -> {Code}\nout: {Output}\nerr: {Error}";
}
