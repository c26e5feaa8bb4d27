using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Lattice.TestSupport.Layering;

/// <summary>Reads from a compiled assembly which of its namespaces use which others; namespaces are folders.</summary>
public static class FolderDependencies
{
    /// <summary>
    /// Lists the dependencies as lines such as <c>Http -> Buffers, Errors</c>. Types of the root namespace are left out: they are what
    /// users see of all folders.
    /// </summary>
    /// <param name="assemblyPath">The compiled assembly.</param>
    /// <param name="root">The namespace of the project's folder.</param>
    public static string Read(string assemblyPath, string root)
    {
        using AssemblyDefinition assembly = AssemblyDefinition.ReadAssembly(assemblyPath);
        var uses = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (TypeDefinition type in assembly.MainModule.GetTypes())
        {
            if (GetFolder(type, root) is not { } folder)
            {
                continue;
            }

            SortedSet<string> used = uses.TryGetValue(folder, out SortedSet<string>? known)
                ? known
                : uses[folder] = new SortedSet<string>(StringComparer.Ordinal);
            used.UnionWith(
                from reference in GetReferences(type).SelectMany(Flatten)
                where reference.Scope == type.Module
                let other = GetFolder(reference, root)
                where other is not null && other != folder
                select other);
        }

        return string.Join('\n', uses.Select(folder => $"{folder.Key} -> {string.Join(", ", folder.Value)}".TrimEnd()));
    }

    /// <summary>Finds folders that use each other, directly or through others.</summary>
    /// <returns>A line for each, such as <c>Http -> Errors -> Http</c>; empty if all dependencies run one way.</returns>
    public static string FindCycles(string dependencies)
    {
        Dictionary<string, string[]> uses = dependencies.Split('\n')
            .Select(line => line.Split(" ->"))
            .ToDictionary(line => line[0], line => line[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        return string.Join('\n', uses.Keys.Select(start => FindPath(start, start, [])).OfType<string>());

        string? FindPath(string from, string to, HashSet<string> visited)
        {
            foreach (string next in uses.GetValueOrDefault(from, []))
            {
                if (next == to)
                {
                    return $"{from} -> {to}";
                }

                if (visited.Add(next) && FindPath(next, to, visited) is { } rest)
                {
                    return $"{from} -> {rest}";
                }
            }

            return null;
        }
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
