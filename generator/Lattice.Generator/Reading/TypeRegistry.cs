using Lattice.Generator.Diagnostics;
using Lattice.Generator.Model;

namespace Lattice.Generator.Reading;

/// <summary>Knows which names are taken, so that every emitted type has one of its own.</summary>
internal sealed class TypeRegistry(string rootNamespace, ProblemLog problems)
{
    // File systems and generated file names compare without case.
    private readonly Dictionary<string, JsonPath> _owners = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, JsonPath> _namespaces = new(StringComparer.Ordinal);

    /// <summary>Takes the name for what the slice says at <paramref name="path"/>; reports it if it is taken.</summary>
    public bool TryTake(TypeName type, JsonPath path)
    {
        if (FindOther(type) is { } other)
        {
            problems.Add(Descriptors.NameCollision, path, path.ToDisplayString(), $"{type.Namespace}.{type.Name}", other);
            return false;
        }

        _owners.Add(GetFullName(type), path);
        foreach (string name in GetNamespaces(type))
        {
            _namespaces[name] = path;
        }

        return true;
    }

    /// <summary>Gives a name back whose type is not emitted after all.</summary>
    public void Release(TypeName type) => _owners.Remove(GetFullName(type));

    /// <summary>What has the name already, or a part of it that would have to be a namespace.</summary>
    private string? FindOther(TypeName type)
    {
        if (type.Namespace == rootNamespace && ReservedNames.IsOfRuntime(type.Name))
        {
            return "the runtime";
        }

        if (ReservedNames.IsMember(type.Name))
        {
            return "a member that every class has";
        }

        string fullName = GetFullName(type);
        if (_owners.TryGetValue(fullName, out JsonPath? owner))
        {
            return owner.ToDisplayString();
        }

        if (_namespaces.TryGetValue(fullName, out JsonPath? user))
        {
            return $"the namespace of {user.ToDisplayString()}";
        }

        string? above = GetNamespaces(type).FirstOrDefault(_owners.ContainsKey);
        return above is null ? null : $"{_owners[above].ToDisplayString()}, so that it is no namespace";
    }

    /// <summary>The namespaces that the type is in, from the inside out, without the root.</summary>
    private IEnumerable<string> GetNamespaces(TypeName type)
    {
        for (string name = type.Namespace; name.Length > rootNamespace.Length; name = name.Substring(0, name.LastIndexOf('.')))
        {
            yield return name;
        }
    }

    private static string GetFullName(TypeName type) => $"{type.Namespace}.{type.Name}";
}
