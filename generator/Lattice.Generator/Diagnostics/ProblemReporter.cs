using Lattice.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Lattice.Generator.Diagnostics;

/// <summary>Turns a problem of the model into what the compiler shows.</summary>
internal static class ProblemReporter
{
    public static Diagnostic ToDiagnostic(Problem problem)
    {
        // A failure of the generator's own may have no place in the slice.
        if (problem.Path.Length == 0)
        {
            return Diagnostic.Create(Descriptors.ById[problem.Id], Location.None, problem.Arguments.ToArray<object>());
        }

        var position = new LinePosition(problem.Line, problem.Column);
        var location = Location.Create(problem.Path, default, new LinePositionSpan(position, position));
        return Diagnostic.Create(Descriptors.ById[problem.Id], location, problem.Arguments.ToArray<object>());
    }
}
