using Lattice.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Lattice.Generator.Reading;

/// <summary>Collects what could not be generated, with its place in the file.</summary>
internal sealed class ProblemLog(SpecFile file)
{
    private readonly List<Problem> _problems = [];
    private JsonLocator? _locator;

    private JsonLocator Locator => _locator ??= new JsonLocator(file.Text);

    public void Add(DiagnosticDescriptor descriptor, JsonPath path, params string[] arguments) =>
        Add(descriptor, Locator.Find(path), arguments);

    public void AddAt(DiagnosticDescriptor descriptor, long line, long byteInLine, params string[] arguments) =>
        Add(descriptor, Locator.Find(line, byteInLine), arguments);

    /// <summary>All of them, in the order of the file.</summary>
    public EquatableArray<Problem> ToProblems() =>
        _problems.Distinct().OrderBy(problem => problem.Line).ThenBy(problem => problem.Column).ThenBy(problem => problem.Id, StringComparer.Ordinal)
            .ToEquatableArray();

    private void Add(DiagnosticDescriptor descriptor, LinePosition position, string[] arguments) =>
        _problems.Add(new Problem(descriptor.Id, arguments.ToEquatableArray(), file.Path, position.Line, position.Character));
}
