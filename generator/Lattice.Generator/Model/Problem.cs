namespace Lattice.Generator.Model;

/// <summary>What could not be generated, and where the slice says it.</summary>
/// <param name="Id">The id of the diagnostic.</param>
/// <param name="Line">The line in the file, counted from 0.</param>
/// <param name="Column">The column in that line in UTF-16 units, counted from 0.</param>
internal sealed record Problem(string Id, EquatableArray<string> Arguments, string Path, int Line, int Column);
