using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Lattice.Analyzers.Tests.Support;

/// <summary>What the code under analysis is compiled with: the SDK, ASP.NET Core, and what else this project references.</summary>
internal static class Sdk
{
    public const string Usings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Lattice.Stripe;
        """;

    /// <summary>
    /// The assemblies of this process, as references, without those of the tests themselves: the code is that of an app. No package is
    /// downloaded.
    /// </summary>
    public static ImmutableArray<MetadataReference> References { get; } = Find(name =>
        !name.StartsWith("Lattice.Analyzers", StringComparison.Ordinal) && !IsTestFramework(name));

    /// <summary>The assemblies of a framework for tests.</summary>
    public static ImmutableArray<MetadataReference> TestFramework { get; } = Find(IsTestFramework);

    public static void Apply(SolutionState state)
    {
        state.ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        state.AdditionalReferences.AddRange(References);
        state.Sources.Add(("Usings.cs", Usings));
    }
    private static ImmutableArray<MetadataReference> Find(Func<string, bool> condition) =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => condition(Path.GetFileName(path)))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static bool IsTestFramework(string name) => name.StartsWith("xunit", StringComparison.OrdinalIgnoreCase);
}
