using Microsoft.CodeAnalysis;

namespace Lattice.Analyzers.Operations;

/// <summary>Finds the projects with tests, where what is a mistake elsewhere is often intended.</summary>
internal static class TestProjects
{
    // The assemblies with the attributes of tests. One with assertions alone can be a part of an app.
    private static readonly HashSet<string> s_frameworks = new(StringComparer.OrdinalIgnoreCase)
    {
        "xunit.core", "xunit.v3.core", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework", "TUnit.Core",
    };

    public static bool IsTestProject(this Compilation compilation) =>
        compilation.ReferencedAssemblyNames.Any(assembly => s_frameworks.Contains(assembly.Name));
}
