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

    /// <summary>The assemblies of this process, as references. No package is downloaded.</summary>
    public static ImmutableArray<MetadataReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Lattice.Analyzers", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
        // The folder Emitted.
        MetadataReference.CreateFromFile(typeof(Sdk).Assembly.Location),
    ];

    /// <summary>The same without what only tests reference: some rules are silent in tests.</summary>
    public static ImmutableArray<MetadataReference> ReferencesOfApps { get; } =
        [.. References.Where(reference => !Path.GetFileName(reference.Display!).StartsWith("xunit", StringComparison.OrdinalIgnoreCase))];

    public static void Apply(SolutionState state)
    {
        state.ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        state.AdditionalReferences.AddRange(References);
        state.Sources.Add(("Usings.cs", Usings));
    }
}
