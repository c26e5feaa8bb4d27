using Lattice.Spec.Json;
using Lattice.Spec.Model;
using Lattice.Spec.Naming;

namespace Lattice.Spec.Reading;

/// <summary>Reserves the names of types, so that every emitted type has a unique name.</summary>
internal sealed class TypeRegistry(string rootNamespace, DiagnosticBag diagnostics)
{
    // File systems and the names of generated files ignore case.
    private readonly Dictionary<string, JsonValue> _owners = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, JsonValue> _namespaces = new(StringComparer.Ordinal);

    /// <summary>Reserves the name for the element at <paramref name="location"/>, or reports what already uses it.</summary>
    public bool TryReserve(TypeName type, JsonValue location)
    {
        if (FindOther(type) is { } other)
        {
            diagnostics.Add(DiagnosticRules.NameCollision, location, DisplayNames.Get(location), $"{type.Namespace}.{type.Name}", other);
            return false;
        }

        _owners.Add(GetFullName(type), location);
        foreach (string name in GetNamespaces(type))
        {
            _namespaces[name] = location;
        }

        return true;
    }

    /// <summary>Releases the name of a type that is not emitted.</summary>
    public void Release(TypeName type) => _owners.Remove(GetFullName(type));

    /// <summary>What already uses the name, or a part of it that would be a namespace.</summary>
    private string? FindOther(TypeName type)
    {
        // In any namespace: emitted files refer to the types of the runtime by their simple names.
        if (ReservedNames.IsOfRuntime(type.Name))
        {
            return "the runtime";
        }

        if (ReservedNames.IsMember(type.Name))
        {
            return "a member of every class";
        }

        string fullName = GetFullName(type);
        if (_owners.TryGetValue(fullName, out JsonValue? owner))
        {
            return $"'{DisplayNames.Get(owner)}'";
        }

        if (_namespaces.TryGetValue(fullName, out JsonValue? user))
        {
            return $"the namespace of '{DisplayNames.Get(user)}'";
        }

        string? above = GetNamespaces(type).FirstOrDefault(_owners.ContainsKey);
        return above is null ? null : $"'{DisplayNames.Get(_owners[above])}', so it cannot be a namespace";
    }

    /// <summary>The namespaces of the type, innermost first, without the root namespace.</summary>
    private IEnumerable<string> GetNamespaces(TypeName type)
    {
        for (string name = type.Namespace; name.Length > rootNamespace.Length; name = name.Substring(0, name.LastIndexOf('.')))
        {
            yield return name;
        }
    }

    private static string GetFullName(TypeName type) => $"{type.Namespace}.{type.Name}";
}
