using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using Lattice.Spec.Reading;
using Microsoft.CodeAnalysis;

namespace Lattice.Generator.Pipeline;

/// <summary>
/// The referenced Lattice.Runtime and the number of its contract with generated code. The number changes when code from an older
/// generator would not work with a newer runtime, or the reverse.
/// </summary>
/// <param name="Version">The version of the assembly.</param>
/// <param name="Number">The number, as the assembly declares it; <see langword="null"/> if it declares none.</param>
internal sealed record RuntimeContract(string Version, string? Number)
{
    private const string Runtime = "Lattice.Runtime";

    // The build sets it in both assemblies.
    private const string Key = "LatticeGeneratedCodeContract";

    private static readonly Assembly s_generator = typeof(RuntimeContract).Assembly;

    private static readonly string? s_number = s_generator.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(metadata => metadata.Key == Key)?.Value;

    /// <summary>The contract, if the reference is the runtime.</summary>
    public static IEnumerable<RuntimeContract> Find(MetadataReference reference) => reference switch
    {
        PortableExecutableReference file => FindInFile(file),
        CompilationReference project => FindInProject(project.Compilation),
        _ => [],
    };

    /// <summary>The diagnostics of a project that has a slice and references these runtimes.</summary>
    public static IEnumerable<LocatedDiagnostic> Check(ImmutableArray<RuntimeContract> runtimes, ImmutableArray<SpecFile> files) =>
        from runtime in runtimes
        where runtime.Number != s_number
        from file in files.Take(1)
        select LocatedDiagnostic.AtStart(file.Path, DiagnosticRules.RuntimeMismatch, runtime.Describe());

    private string[] Describe() => [s_generator.GetName().Version.ToString(3), Version, s_number ?? "none", Number ?? "none"];

    private static IEnumerable<RuntimeContract> FindInFile(PortableExecutableReference reference) =>
        from reader in ReferencedSlice.GetReaders(reference)
        where reader.IsAssembly
        let assembly = reader.GetAssemblyDefinition()
        where reader.StringComparer.Equals(assembly.Name, Runtime)
        select new RuntimeContract(assembly.Version.ToString(3), FindNumber(reader, assembly));

    private static string? FindNumber(MetadataReader reader, AssemblyDefinition assembly)
    {
        foreach (CustomAttributeHandle handle in assembly.GetCustomAttributes())
        {
            CustomAttribute attribute = reader.GetCustomAttribute(handle);
            if (IsAssemblyMetadata(reader, attribute))
            {
                // The prolog, then the two arguments of the constructor.
                BlobReader value = reader.GetBlobReader(attribute.Value);
                value.ReadUInt16();
                if (value.ReadSerializedString() == Key)
                {
                    return value.ReadSerializedString();
                }
            }
        }

        return null;
    }

    private static bool IsAssemblyMetadata(MetadataReader reader, CustomAttribute attribute) =>
        attribute.Constructor.Kind == HandleKind.MemberReference
            && reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is { Kind: HandleKind.TypeReference } type
            && reader.StringComparer.Equals(
                reader.GetTypeReference((TypeReferenceHandle)type).Name, nameof(AssemblyMetadataAttribute));

    private static IEnumerable<RuntimeContract> FindInProject(Compilation compilation)
    {
        if (compilation.AssemblyName != Runtime)
        {
            return [];
        }

        IAssemblySymbol assembly = compilation.Assembly;
        AttributeData? attribute = assembly.GetAttributes().FirstOrDefault(attribute =>
            attribute.AttributeClass?.Name == nameof(AssemblyMetadataAttribute)
                && Key.Equals(attribute.ConstructorArguments[0].Value));
        string? number = attribute?.ConstructorArguments[1].Value as string;
        return [new RuntimeContract(assembly.Identity.Version.ToString(3), number)];
    }
}
