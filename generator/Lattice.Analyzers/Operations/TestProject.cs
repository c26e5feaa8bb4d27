using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Lattice.Analyzers.Operations;

/// <summary>Recognizes a project with tests, where a value that looks like a mistake is often one on purpose.</summary>
internal static class TestProject
{
    private static readonly string[] s_frameworks =
    [
        "xunit.core", "xunit.v3.core", "nunit.framework", "MSTest.TestFramework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "TUnit.Core",
    ];

    /// <summary>
    /// Whether the MSBuild property <c>IsTestProject</c> is true, where analyzers can see it; otherwise, whether the project references a
    /// test framework.
    /// </summary>
    public static bool IsTestProject(Compilation compilation, AnalyzerConfigOptionsProvider options) =>
        options.GlobalOptions.TryGetValue("build_property.IsTestProject", out string? value) && bool.TryParse(value, out bool isTest)
            ? isTest
            : compilation.ReferencedAssemblyNames.Any(reference => s_frameworks.Contains(reference.Name, StringComparer.OrdinalIgnoreCase));
}
