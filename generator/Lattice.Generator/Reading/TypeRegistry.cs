using Lattice.Generator.Diagnostics;
using Lattice.Generator.Model;

namespace Lattice.Generator.Reading;

/// <summary>Knows which names are taken, so that every emitted type has one of its own.</summary>
internal sealed class TypeRegistry(ProblemLog problems)
{
    // File systems and generated file names compare without case.
    private readonly Dictionary<string, JsonPath> _owners = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes the name for what the slice says at <paramref name="path"/>; reports it if it is taken.</summary>
    public bool TryTake(TypeName type, JsonPath path)
    {
        if (_owners.TryGetValue(type.Qualified, out JsonPath? owner))
        {
            problems.Add(Descriptors.NameCollision, path, path.ToDisplayString(), $"{type.Namespace}.{type.Name}", owner.ToDisplayString());
            return false;
        }

        _owners.Add(type.Qualified, path);
        return true;
    }
}
