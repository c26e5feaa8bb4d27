using Lattice.Spec.Json;
using Lattice.Spec.Model;
using Lattice.Spec.Naming;

namespace Lattice.Spec.Reading;

/// <summary>Reserves the names of a class's members, so that each has one of its own.</summary>
internal sealed class MemberNames(TypeName owner, DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, string> _reserved = new(StringComparer.Ordinal);

    /// <summary>Reserves the members of the operations that the class has.</summary>
    public MemberNames With(IEnumerable<Operation> operations)
    {
        foreach (Operation operation in operations)
        {
            foreach (string name in OperationNames.GetMembers(operation.Method))
            {
                _reserved[name] = $"POST {operation.Route}";
            }
        }

        return this;
    }

    /// <summary>Reserves a name for what stands at <paramref name="location"/>, or reports what has it already.</summary>
    /// <param name="what">What gets the name.</param>
    public bool TryReserve(string name, string what, JsonValue location)
    {
        if (!_reserved.TryGetValue(name, out string? other) && !Identifiers.IsReserved(name, owner.Name))
        {
            _reserved.Add(name, what);
            return true;
        }

        diagnostics.Add(
            DiagnosticRules.NameCollision, location, DisplayNames.Get(location), $"{owner.Name}.{name}", other ?? "a member that every such class has");
        return false;
    }

    public void Release(string name) => _reserved.Remove(name);
}
