using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Lattice.TestSupport.Layering;

/// <summary>Reads from a compiled assembly which of its namespaces use which others; namespaces are folders.</summary>
public static class FolderDependencies
{
    /// <summary>Returns the folders that each folder uses.</summary>
    /// <param name="assemblyPath">The compiled assembly.</param>
    /// <param name="root">The namespace of the project's folder; types of this namespace itself are left out.</param>
    public static IReadOnlyDictionary<string, IReadOnlyCollection<string>> Read(string assemblyPath, string root)
    {
        using AssemblyDefinition assembly = AssemblyDefinition.ReadAssembly(assemblyPath);
        var uses = new SortedDictionary<string, IReadOnlyCollection<string>>(StringComparer.Ordinal);
        foreach (IGrouping<string?, TypeDefinition> folder in assembly.MainModule.GetTypes().GroupBy(type => GetFolder(type, root)))
        {
            if (folder.Key is not null)
            {
                uses[folder.Key] = new SortedSet<string>(
                    from reference in folder.SelectMany(GetReferences).SelectMany(Flatten)
                    where reference.Scope == assembly.MainModule
                    let other = GetFolder(reference, root)
                    where other is not null && other != folder.Key
                    select other,
                    StringComparer.Ordinal);
            }
        }

        return uses;
    }

    /// <summary>The folder below the root; <see langword="null"/> for types outside of it or at the root itself.</summary>
    private static string? GetFolder(TypeReference type, string root)
    {
        while (type.DeclaringType is not null)
        {
            type = type.DeclaringType;
        }

        return type.Namespace.StartsWith(root + ".", StringComparison.Ordinal) ? type.Namespace[(root.Length + 1)..] : null;
    }

    private static IEnumerable<TypeReference> GetReferences(TypeDefinition type) =>
    [
        .. new[] { type.BaseType }.OfType<TypeReference>(),
        .. type.Interfaces.Select(implemented => implemented.InterfaceType),
        .. type.CustomAttributes.Select(attribute => attribute.AttributeType),
        .. type.Fields.Select(field => field.FieldType),
        .. type.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType),
        .. type.Methods.SelectMany(GetReferences),
    ];

    private static IEnumerable<TypeReference> GetReferences(MethodDefinition method) =>
    [
        method.ReturnType,
        .. method.Parameters.Select(parameter => parameter.ParameterType),
        .. method.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType),
        .. method.HasBody ? GetReferences(method.Body) : [],
    ];

    private static IEnumerable<TypeReference> GetReferences(MethodBody body) =>
    [
        .. body.Variables.Select(variable => variable.VariableType),
        .. body.Instructions.Select(instruction => instruction.Operand).SelectMany<object, TypeReference>(operand => operand switch
        {
            TypeReference type => [type],
            GenericInstanceMethod method => [method.DeclaringType, .. method.GenericArguments],
            MemberReference member => [member.DeclaringType],
            _ => [],
        }),
    ];

    private static IEnumerable<TypeReference> Flatten(TypeReference type) => type switch
    {
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Flatten)],
        TypeSpecification specification => Flatten(specification.ElementType),
        GenericParameter => [],
        null => [],
        _ => [type],
    };
}
