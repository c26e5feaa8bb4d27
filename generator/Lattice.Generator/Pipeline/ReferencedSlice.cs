using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using Lattice.Spec.Model;
using Lattice.Spec.Reading;
using Microsoft.CodeAnalysis;

namespace Lattice.Generator.Pipeline;

/// <summary>
/// A referenced assembly that was compiled from a slice into public types, identified by its class with the API version.
/// </summary>
internal sealed record ReferencedSlice(string Assembly, string Namespace)
{
    private const string Runtime = "Lattice.Runtime";

    /// <summary>The slices in a reference. Only assemblies that refer to the runtime are searched.</summary>
    public static IEnumerable<ReferencedSlice> Find(MetadataReference reference, CancellationToken cancellationToken) => reference switch
    {
        PortableExecutableReference file => FindInFile(file, cancellationToken),
        CompilationReference project => FindInProject(project.Compilation, cancellationToken),
        _ => [],
    };

    /// <summary>The diagnostics of a project whose slice has the namespace of one of these.</summary>
    public static IEnumerable<LocatedDiagnostic> Check(
        EquatableArray<ReferencedSlice> slices, string rootNamespace, ImmutableArray<SpecFile> files) =>
        from slice in slices
        where slice.Namespace == rootNamespace
        from file in files.Take(1)
        select LocatedDiagnostic.AtStart(file.Path, DiagnosticRules.NamespaceInUse, rootNamespace, slice.Assembly);

    private static List<ReferencedSlice> FindInFile(PortableExecutableReference reference, CancellationToken cancellationToken)
    {
        var found = new List<ReferencedSlice>();
        foreach (MetadataReader reader in GetReaders(reference))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (reader.IsAssembly && RefersToRuntime(reader))
            {
                string name = reader.GetString(reader.GetAssemblyDefinition().Name);
                found.AddRange(reader.TypeDefinitions.Select(reader.GetTypeDefinition)
                    .Where(type => type.Attributes.HasFlag(TypeAttributes.Public)
                        && reader.StringComparer.Equals(type.Name, SpecReader.VersionType))
                    .Select(type => new ReferencedSlice(name, reader.GetString(type.Namespace))));
            }
        }

        return found;
    }

    private static bool RefersToRuntime(MetadataReader reader) => reader.AssemblyReferences.Any(handle =>
        reader.StringComparer.Equals(reader.GetAssemblyReference(handle).Name, Runtime));

    /// <summary>The modules of a reference; none if it is not an assembly.</summary>
    public static List<MetadataReader> GetReaders(PortableExecutableReference reference)
    {
        try
        {
            return reference.GetMetadata() is AssemblyMetadata assembly
                ? assembly.GetModules().Select(module => module.GetMetadataReader()).ToList()
                : [];
        }
        catch (Exception exception) when (exception is BadImageFormatException or IOException)
        {
            // The compiler reports that it cannot read the reference.
            return [];
        }
    }

    private static IEnumerable<ReferencedSlice> FindInProject(Compilation compilation, CancellationToken cancellationToken) =>
        compilation.ReferencedAssemblyNames.Any(assembly => assembly.Name == Runtime)
            ? compilation.GetSymbolsWithName(SpecReader.VersionType, SymbolFilter.Type, cancellationToken)
                .Where(symbol => symbol.DeclaredAccessibility == Accessibility.Public)
                .Select(symbol => new ReferencedSlice(compilation.AssemblyName ?? "", symbol.ContainingNamespace.ToDisplayString()))
            : [];
}
