using Lattice.Spec.Json;
using Lattice.Spec.Model;
using Lattice.Spec.Naming;

namespace Lattice.Spec.Reading;

/// <summary>Reserves the names of a class's members, so that each has a unique name.</summary>
internal sealed class MemberNames(TypeName owner, DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, string> _reserved = new(StringComparer.Ordinal);

    /// <summary>Reserves the members of the class's operations.</summary>
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

    /// <summary>Reserves a name for the element at <paramref name="location"/>, or reports what already uses it.</summary>
    /// <param name="what">The element, for messages.</param>
    public bool TryReserve(string name, string what, JsonValue location)
    {
        if (!_reserved.TryGetValue(name, out string? other) && !Identifiers.IsReserved(name, owner.Name))
        {
            _reserved.Add(name, what);
            return true;
        }

        diagnostics.Add(
            DiagnosticRules.NameCollision,
            location,
            DisplayNames.Get(location),
            $"{owner.Name}.{name}",
            other is null ? "a member of every such class" : $"'{other}'");
        return false;
    }

    public void Release(string name) => _reserved.Remove(name);
}
