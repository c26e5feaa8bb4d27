using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Lattice.Spec.Naming;

namespace Lattice.Generator.Tests.Naming;

/// <summary>No class hides a type that every file of a new project sees.</summary>
public class ImplicitUsingsTests
{
    [Fact]
    public void Every_type_of_the_implicit_usings_is_known()
    {
        // TreeSet is public in the assembly, but not in the one that programs compile against.
        IEnumerable<string> types = Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System.*.dll")
            .Where(path => !Path.GetFileName(path).StartsWith("System.Private", StringComparison.Ordinal))
            .SelectMany(FindTypes)
            .Where(type => ImplicitUsings.Namespaces.Contains(type.Namespace))
            .Select(type => type.Name.Split('`')[0])
            .Distinct(StringComparer.Ordinal)
            .Where(name => name != "TreeSet");

        List<string> found = [.. types];

        Assert.InRange(found.Count, 400, 1000);
        Assert.DoesNotContain(found, name => !ImplicitUsings.HasType(name));
    }

    /// <summary>The public types of an assembly, and those that it forwards to another one.</summary>
    private static IReadOnlyList<(string Namespace, string Name)> FindTypes(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        if (!file.HasMetadata)
        {
            return [];
        }

        MetadataReader reader = file.GetMetadataReader();
        IEnumerable<(StringHandle, StringHandle)> defined = reader.TypeDefinitions.Select(reader.GetTypeDefinition)
            .Where(type => (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public)
            .Select(type => (type.Namespace, type.Name));
        IEnumerable<(StringHandle, StringHandle)> forwarded = reader.ExportedTypes.Select(reader.GetExportedType)
            .Select(type => (type.Namespace, type.Name));
        return [.. defined.Concat(forwarded).Select(type => (reader.GetString(type.Item1), reader.GetString(type.Item2)))];
    }
}
