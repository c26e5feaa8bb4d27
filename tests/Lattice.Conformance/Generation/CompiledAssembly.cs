using System.Reflection;
using System.Runtime.Loader;
using Lattice.Conformance.Calls;

namespace Lattice.Conformance.Generation;

/// <summary>The compiled assembly and the operations in it.</summary>
internal sealed class CompiledAssembly
{
    private CompiledAssembly(Assembly assembly)
    {
        Types = assembly.GetExportedTypes();
        Operations = Types
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(property => property.Name.EndsWith("Operation", StringComparison.Ordinal))
            .Select(property => new GeneratedOperation(property))
            .ToLookup(operation => operation.Key, StringComparer.Ordinal);
    }

    public IReadOnlyList<Type> Types { get; }

    /// <summary>The operations by HTTP method and route. A duplicate is reported as a mismatch.</summary>
    public ILookup<string, GeneratedOperation> Operations { get; }

    public static CompiledAssembly Load(string path)
    {
        // Loaded from memory, so that the file can be deleted. The assembly uses the runtime of this process.
        using var bytes = new MemoryStream(File.ReadAllBytes(path));
        return new CompiledAssembly(new AssemblyLoadContext(path).LoadFromStream(bytes));
    }
}
