using Lattice.Conformance.Generation;
using Lattice.Conformance.Reporting;
using Lattice.Conformance.SpecReading;

namespace Lattice.Conformance.Naming;

/// <summary>
/// Checks that the name of each operation is its own, starts with its kind, and does not depend on what else is in the specification.
/// </summary>
internal sealed class NameCheck(SpecDocument spec, MismatchLog mismatches)
{
    private const int Subsets = 2;

    public void Run(IReadOnlyList<EmittedOperation> emitted)
    {
        foreach (IGrouping<string, EmittedOperation> same in emitted.GroupBy(operation => operation.Name).Where(group => group.Count() > 1))
        {
            mismatches.Add(Check.Name, same.First().Key, $"{same.Key} is also {string.Join(", ", same.Skip(1).Select(other => other.Key))}");
        }

        Dictionary<string, string> names = emitted.DistinctBy(operation => operation.Key)
            .ToDictionary(operation => operation.Key, operation => operation.Name, StringComparer.Ordinal);
        ApiOperation[] operations = [.. spec.Operations.Where(operation => names.ContainsKey(operation.Name))];
        foreach (ApiOperation operation in operations)
        {
            CheckKind(operation, names[operation.Name]);
            Compare([operation], SpecCut.Write(spec, [operation], hasStubs: true), names, "alone");
        }

        for (int seed = 1; seed <= Subsets; seed++)
        {
            // The same operations in every run.
            var random = new Random(seed);
            ApiOperation[] subset = [.. operations.Where(_ => random.Next(4) == 0)];
            Compare(subset, SpecCut.Write(spec, subset, hasStubs: false), names, $"in a specification with {subset.Length} operations");
        }
    }

    private void Compare(IReadOnlyList<ApiOperation> operations, string cut, Dictionary<string, string> names, string where)
    {
        ILookup<string, string> found = EmittedOperations.Find(GeneratorOutput.Create(cut).Compilation.SyntaxTrees)
            .ToLookup(operation => operation.Key, operation => operation.Name);
        foreach (ApiOperation operation in operations)
        {
            if (found[operation.Name].ToArray() is not [var name] || name != names[operation.Name])
            {
                string other = found[operation.Name].FirstOrDefault("not emitted");
                mismatches.Add(Check.Name, operation.Name, $"it is {names[operation.Name]}, but {other} {where}");
            }
        }
    }

    /// <summary>An action is called what its path says.</summary>
    private void CheckKind(ApiOperation operation, string name)
    {
        string method = name[(name.LastIndexOf('.') + 1)..];
        string lastSegment = operation.Path[(operation.Path.LastIndexOf('/') + 1)..];
        bool isVerb = method.StartsWith(lastSegment, StringComparison.OrdinalIgnoreCase);
        if (operation.Kind != OperationKind.Action && !isVerb && !method.StartsWith(operation.Kind.ToString(), StringComparison.Ordinal))
        {
            mismatches.Add(Check.Name, operation.Name, $"it is a {operation.Kind.ToString().ToLowerInvariant()}, but is called {name}");
        }
    }
}
