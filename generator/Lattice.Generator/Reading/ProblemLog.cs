using Lattice.Generator.Diagnostics;
using Lattice.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Microsoft.OpenApi;

namespace Lattice.Generator.Reading;

/// <summary>Collects what could not be generated; the places in the file are looked up at the end, all at once.</summary>
internal sealed class ProblemLog(SpecFile file)
{
    public const string NameExtension = "x-lattice-name";

    private readonly List<(string Id, JsonPath Path, string[] Arguments)> _problems = [];
    private Problem? _broken;

    public void Add(DiagnosticDescriptor descriptor, JsonPath path, params string[] arguments) =>
        _problems.Add((descriptor.Id, path, arguments));

    /// <summary>
    /// The C# name that the slice gives, or <see langword="null"/> if it gives none or one that cannot be, which is
    /// reported.
    /// </summary>
    public string? GetName(IDictionary<string, IOpenApiExtension>? extensions, JsonPath path)
    {
        string? name = extensions.GetString(NameExtension);
        if (name is null || Identifiers.IsPascal(name))
        {
            return name;
        }

        Add(Descriptors.UnsupportedShape, path / NameExtension, NameExtension, $"'{name}' is no name in Pascal case");
        return null;
    }

    /// <summary>Notes that the text is broken at a place that its parser names.</summary>
    public void AddBroken(DiagnosticDescriptor descriptor, long line, long byteInLine, string message) =>
        _broken = MakeProblem(descriptor.Id, [message], JsonLocator.Find(file.Text, line, byteInLine));

    /// <param name="offset">The place in bytes of UTF-8.</param>
    public void AddBroken(DiagnosticDescriptor descriptor, int offset, string message) =>
        _broken = MakeProblem(descriptor.Id, [message], JsonLocator.Find(file.Text, offset));

    /// <summary>All of them, in the order of the file.</summary>
    public EquatableArray<Problem> ToProblems()
    {
        if (_broken is not null)
        {
            return new[] { _broken }.ToEquatableArray();
        }

        if (_problems.Count == 0)
        {
            return default;
        }

        IReadOnlyList<LinePosition> places = JsonLocator.Find(file.Text, _problems.ConvertAll(problem => problem.Path));
        return _problems.Select((problem, i) => MakeProblem(problem.Id, problem.Arguments, places[i]))
            .Distinct()
            .OrderBy(problem => problem.Line).ThenBy(problem => problem.Column).ThenBy(problem => problem.Id, StringComparer.Ordinal)
            .ToEquatableArray();
    }

    private Problem MakeProblem(string id, string[] arguments, LinePosition place) =>
        new(id, arguments.ToEquatableArray(), file.Path, place.Line, place.Character);
}
