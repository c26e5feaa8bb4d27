using System.Text.RegularExpressions;
using Lattice.Tests;

namespace Lattice.Stripe.Testing.Tests;

/// <summary>The folders of the project, which are its namespaces and its layers.</summary>
public sealed partial class LayerTests
{
    private const string Root = "Lattice.Stripe.Testing";

    /// <summary>Each folder may use the folders before it. The public types in the project's root may use all, and be used by all.</summary>
    private static readonly string[] s_layers =
    [
        "Spec", "Errors", "Parameters", "Responses", "ResourceSerialization", "Idempotency", "Stubs", "Pipeline", "Hosting", "Assertions",
    ];

    private static string Folder => Path.Combine(Repository.Root, "runtime", "Lattice.Testing");

    [Fact]
    public void Each_folder_is_a_layer()
        => Assert.Equal(s_layers.Order(StringComparer.Ordinal), SourceFiles().Select(LayerOf).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Each_file_uses_only_the_layers_before_its_own()
        => Assert.Empty(
            from file in SourceFiles()
            from used in NamespaceInUse().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)
            where Array.IndexOf(s_layers, used) > Array.IndexOf(s_layers, LayerOf(file))
            select $"{Path.GetFileName(file)} of {LayerOf(file)} uses {used}.");

    [Fact]
    public void Namespaces_are_folders()
        => Assert.All(
            SourceFiles(),
            file => Assert.Contains($"namespace {Root}.{LayerOf(file)};", File.ReadAllText(file), StringComparison.Ordinal));

    private static IEnumerable<string> SourceFiles()
        => Directory.GetDirectories(Folder)
            .Where(folder => Path.GetFileName(folder) is not ("bin" or "obj"))
            .SelectMany(folder => Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories));

    private static string LayerOf(string file) => Path.GetRelativePath(Folder, file).Split(Path.DirectorySeparatorChar)[0];

    [GeneratedRegex(@"^using (?:static )?Lattice\.Stripe\.Testing\.(\w+)[.;]", RegexOptions.Multiline)]
    private static partial Regex NamespaceInUse();
}
