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
        global using Lattice.Analyzers.Tests.Emitted;
        global using Lattice.Stripe;
        """;

    // The assembly by which the rules recognize a project with tests.
    private const string TestFrameworkName = "xunit.core.dll";

    // What tests run with, and no code under analysis uses: each compilation would read them.
    private static readonly string[] s_testing =
    [
        "Humanizer", "Lattice.Analyzers", "MessagePack", "Microsoft.CodeAnalysis", "Microsoft.TestPlatform", "Microsoft.VisualStudio",
        "Mono.Cecil", "NuGet.", "System.Composition", "testhost", "xunit.abstractions", "xunit.core", "xunit.execution", "xunit.runner",
    ];

    private static readonly string[] s_paths = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);

    /// <summary>The assemblies of this process that an app could reference, as references. No package is downloaded.</summary>
    public static ImmutableArray<MetadataReference> References { get; } =
    [
        .. s_paths
            .Where(path => !s_testing.Any(start => Path.GetFileName(path).StartsWith(start, StringComparison.Ordinal)))
            .Select(path => MetadataReference.CreateFromFile(path)),
        // The folder Emitted.
        MetadataReference.CreateFromFile(typeof(Sdk).Assembly.Location),
    ];

    /// <summary>What a project with tests references in addition.</summary>
    public static MetadataReference TestFramework { get; } =
        MetadataReference.CreateFromFile(s_paths.Single(path => Path.GetFileName(path) == TestFrameworkName));

    public static void Apply(SolutionState state)
    {
        state.ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        state.AdditionalReferences.AddRange(References);
        state.Sources.Add(("Usings.cs", Usings));
    }
}
