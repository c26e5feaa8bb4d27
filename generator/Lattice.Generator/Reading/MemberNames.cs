using Lattice.Generator.Diagnostics;
using Lattice.Generator.Model;

namespace Lattice.Generator.Reading;

/// <summary>Knows which names the members of a class have, so that each has one of its own.</summary>
internal sealed class MemberNames(TypeName owner, ProblemLog problems)
{
    private readonly Dictionary<string, string> _taken = new(StringComparer.Ordinal);

    /// <summary>Notes the members of the creates that the class has.</summary>
    public MemberNames With(IEnumerable<Operation> operations)
    {
        foreach (Operation operation in operations)
        {
            foreach (string name in OperationNames.GetMembers(operation.Method))
            {
                _taken[name] = $"POST {operation.Route}";
            }
        }

        return this;
    }

    /// <summary>Takes a name for what the slice says at <paramref name="path"/>; reports it if it is taken.</summary>
    /// <param name="what">What gets the name.</param>
    public bool TryTake(string name, string what, JsonPath path)
    {
        if (!_taken.TryGetValue(name, out string? other) && !Identifiers.IsTaken(name, owner.Name))
        {
            _taken.Add(name, what);
            return true;
        }

        problems.Add(Descriptors.NameCollision, path, path.ToDisplayString(), $"{owner.Name}.{name}", other ?? "what every such class has");
        return false;
    }

    public void Release(string name) => _taken.Remove(name);
}
