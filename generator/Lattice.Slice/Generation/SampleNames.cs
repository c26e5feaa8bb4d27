using Lattice.Slice.Specifications;
using Lattice.Spec.Model;

namespace Lattice.Slice.Generation;

/// <summary>The names of types in a sample call, and the namespaces that they need.</summary>
/// <param name="model">The slice with the types.</param>
/// <param name="imported">The namespaces of the <c>using</c> directives.</param>
internal sealed class SampleNames(SliceModel model, IReadOnlyCollection<string>? imported = null)
{
    private readonly HashSet<string> _used = [CSharpNames.Root];

    /// <summary>The namespaces of the types so far, and that of the client.</summary>
    public IReadOnlyList<string> Usings => [.. _used.Order(StringComparer.Ordinal)];

    /// <summary>The name of a type: with its namespace if another imported namespace has a type with the same name.</summary>
    public string Get(TypeName type)
    {
        _used.Add(type.Namespace);
        bool isClear = !model.Types.Any(other =>
            other.Name == type.Name && other.Namespace != type.Namespace && imported?.Contains(other.Namespace) == true);
        return isClear ? type.Name : $"{type.Namespace}.{type.Name}";
    }

    /// <summary>The name of a type in the namespace <c>System</c>.</summary>
    public string GetOfSystem(string name)
    {
        _used.Add("System");
        return name;
    }
}
