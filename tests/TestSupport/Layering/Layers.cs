namespace Lattice.TestSupport.Layering;

/// <summary>Checks that the folders of a project are its namespaces, and that they depend on each other in one direction.</summary>
public static class Layers
{
    /// <summary>Finds the dependencies of a compiled assembly that run against the declared direction.</summary>
    /// <param name="assemblyPath">The compiled assembly.</param>
    /// <param name="root">The namespace of the project's folder. Its own types may use all folders, and all folders may use them.</param>
    /// <param name="layers">All folders; each may use the folders before it.</param>
    /// <returns>One line for each violation.</returns>
    public static IReadOnlyList<string> FindViolations(string assemblyPath, string root, params string[] layers)
    {
        IReadOnlyDictionary<string, IReadOnlyCollection<string>> uses = FolderDependencies.Read(assemblyPath, root);
        return
        [
            .. uses.Keys.Except(layers).Select(folder => $"{folder} is not a declared layer."),
            .. layers.Except(uses.Keys).Select(layer => $"{layer} is declared, but is not a folder."),
            .. from folder in uses
               from used in folder.Value
               where Array.IndexOf(layers, used) >= Array.IndexOf(layers, folder.Key)
               select $"{folder.Key} uses {used}, which is not before it.",
        ];
    }

    /// <summary>Finds the source files whose namespace is not that of their folder.</summary>
    /// <param name="projectFolder">The folder of the project, relative to the repository.</param>
    /// <param name="root">The namespace of the project's folder.</param>
    /// <returns>The paths, relative to the project's folder.</returns>
    public static IReadOnlyList<string> FindForeignNamespaces(string projectFolder, string root)
    {
        string folder = Path.Combine(Repository.Root, projectFolder);
        return
        [
            .. from file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
               let path = Path.GetRelativePath(folder, file).Replace('\\', '/')
               where !path.StartsWith("obj/", StringComparison.Ordinal) && !path.StartsWith("bin/", StringComparison.Ordinal)
               let expected = string.Join('.', path.Split('/')[..^1].Prepend(root))
               let text = File.ReadAllText(file)
               where text.Contains("\nnamespace ", StringComparison.Ordinal) || text.StartsWith("namespace ", StringComparison.Ordinal)
               where !$"\n{text}".Contains($"\nnamespace {expected};", StringComparison.Ordinal)
               select path,
        ];
    }
}
