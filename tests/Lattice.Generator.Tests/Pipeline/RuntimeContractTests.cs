using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using static Lattice.Generator.Tests.Support.SliceEdits;

namespace Lattice.Generator.Tests.Pipeline;

/// <summary>Generated code is emitted only for a runtime that it works with.</summary>
public class RuntimeContractTests
{
    private const string Key = "LatticeGeneratedCodeContract";

    [Theory]
    [InlineData($"""[assembly: System.Reflection.AssemblyMetadata("{Key}", "999")]""", "the runtime has 999")]
    [InlineData(
        $"""[assembly: System.Reflection.AssemblyMetadata("Other", "1"), System.Reflection.AssemblyMetadata("{Key}", "0")]""",
        "the runtime has 0")]
    [InlineData("", "the runtime has none")]
    [InlineData("""[assembly: System.Reflection.AssemblyMetadata("Other", "1")]""", "the runtime has none")]
    [InlineData($"""[assembly: System.Reflection.AssemblyMetadata("{Key}", null)]""", "the runtime has none")]
    public void A_runtime_with_another_contract_is_reported_once_and_nothing_is_generated(string attributes, string found)
    {
        foreach (MetadataReference runtime in (MetadataReference[])[Compile(attributes).ToMetadataReference(), ToFile(Compile(attributes))])
        {
            GeneratorRunResult result = new GeneratorHarness(TwoResources).WithRuntime(runtime).Run();

            Diagnostic diagnostic = Assert.Single(result.Diagnostics);
            Assert.Equal(("LAT0014", 1, 1), Location(diagnostic));
            Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
            Assert.Contains("is not compatible with Lattice.Stripe.Runtime 3.2.1", diagnostic.GetMessage(), StringComparison.Ordinal);
            Assert.Contains(found, diagnostic.GetMessage(), StringComparison.Ordinal);
            Assert.Empty(result.GeneratedSources);
        }
    }

    [Fact]
    public void The_runtime_of_the_same_build_fits()
    {
        GeneratorRunResult result = new GeneratorHarness(TwoResources).Run();

        Assert.Empty(result.Diagnostics);
        Assert.NotEmpty(result.GeneratedSources);
        AssemblyMetadataAttribute contract = Assert.Single(
            typeof(Lattice.Stripe.StripeClient).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>(),
            metadata => metadata.Key == Key);
        Assert.NotEqual("", contract.Value);
    }

    [Fact]
    public void A_runtime_with_another_contract_is_ignored_without_a_slice()
    {
        GeneratorRunResult result = new GeneratorHarness([new TestFile("/project/notes.txt", "")])
            .WithRuntime(Compile("").ToMetadataReference()).Run();

        Assert.Empty(result.Diagnostics);
    }

    [Fact]
    public void The_types_are_generated_after_the_runtime_is_replaced_by_the_right_one()
    {
        var harness = new GeneratorHarness(TwoResources);
        int expected = harness.Run().GeneratedSources.Length;

        Assert.Empty(harness.WithRuntime(Compile("").ToMetadataReference()).Run().GeneratedSources);
        string file = typeof(Lattice.Stripe.StripeClient).Assembly.Location;
        Assert.Equal(expected, harness.WithRuntime(MetadataReference.CreateFromFile(file)).Run().GeneratedSources.Length);
    }

    private static CSharpCompilation Compile(string attributes) => CSharpCompilation.Create(
        "Lattice.Runtime",
        [CSharpSyntaxTree.ParseText($"""[assembly: System.Reflection.AssemblyVersion("3.2.1.0")] {attributes}""")],
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is "System.Runtime.dll" or "System.Private.CoreLib.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    private static PortableExecutableReference ToFile(CSharpCompilation compilation)
    {
        using var assembly = new MemoryStream();
        Assert.Empty(compilation.Emit(assembly).Diagnostics);
        return MetadataReference.CreateFromImage(assembly.ToArray());
    }
}
