using Lattice.Spec.Json;
using Lattice.Spec.Model;
using Lattice.Spec.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Lattice.Generator.Pipeline;

/// <summary>A diagnostic with its location, as plain values that the pipeline can compare.</summary>
/// <param name="Path">The file; empty for an internal error, which has no location.</param>
/// <param name="Line">The line in the file, from 0.</param>
/// <param name="Column">The column in that line in UTF-16 code units, from 0.</param>
internal sealed record LocatedDiagnostic(string Id, EquatableArray<string> Arguments, string Path, int Line, int Column)
{
    /// <summary>A diagnostic about a file or the project as a whole.</summary>
    public static LocatedDiagnostic AtStart(string path, DiagnosticRule rule, params string[] arguments) =>
        new(rule.Id, arguments.ToEquatableArray(), path, Line: 0, Column: 0);

    public static LocatedDiagnostic Locate(DiagnosticInfo diagnostic, string path, JsonSourceMap sourceMap)
    {
        LineColumn position = sourceMap.Find(JsonPointer.Parse(diagnostic.Pointer));
        return new LocatedDiagnostic(diagnostic.Id, diagnostic.Arguments, path, position.Line, position.Column);
    }

    public Diagnostic ToDiagnostic()
    {
        var position = new LinePosition(Line, Column);
        Location location = Path.Length == 0
            ? Location.None
            : Location.Create(Path, default, new LinePositionSpan(position, position));
        return Diagnostic.Create(DiagnosticDescriptors.ById[Id], location, [.. Arguments]);
    }
}
