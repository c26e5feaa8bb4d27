using Lattice.Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using static Lattice.Generator.Tests.Support.SliceEdits;

namespace Lattice.Generator.Tests.Pipeline;

/// <summary>The file that the package adds to a project compiles if the generator ran, and only then.</summary>
public class LoadMarkerTests
{
    private static readonly Dictionary<string, string> s_checked = new()
    {
        ["LatticeCheckGenerator"] = "true",
        ["LatticeNamespace"] = "Shop.Payments",
    };

    private static string Check => File.ReadAllText(
        Path.Combine(Repository.Root, "generator", "Lattice.Generator", "build", "LatticeGeneratorCheck.g.cs"));

    [Fact]
    public void The_check_compiles_if_the_generator_ran() =>
        Assert.Empty(new GeneratorHarness(TwoResources, s_checked).Compile(Check));

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    public void The_check_compiles_if_the_slice_has_errors(string slice)
    {
        var harness = new GeneratorHarness(slice, s_checked);

        Assert.Empty(harness.Compile(Check));
        Assert.NotEmpty(harness.Run().Diagnostics);
    }

    [Fact]
    public void The_error_states_that_the_generator_did_not_run()
    {
        CSharpCompilation compilation = CSharpCompilation.Create("Shop", [CSharpSyntaxTree.ParseText(Check)]);

        Diagnostic error = Assert.Single(compilation.GetDiagnostics(), diagnostic => diagnostic.Id is "CS0400" or "CS0246");

        Assert.Equal(DiagnosticSeverity.Error, error.Severity);
        Assert.Contains(
            "Lattice_Generator_did_not_run__see_the_warnings_CS8032_CS8034_CS8784_CS8785_CS9057",
            error.GetMessage(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_assembly_with_visible_internals_and_the_same_type_causes_no_warning()
    {
        var library = new GeneratorHarness(TwoResources, s_checked);
        library.EditConsumer("""[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Consumer")] class Library;""");
        library.Run();
        var properties = new Dictionary<string, string>(s_checked) { ["LatticeNamespace"] = "Shop.Other" };

        Assert.Empty(new GeneratorHarness(TwoResources, properties).WithReference(library.ToReference()).Compile(Check));
    }

    [Fact]
    public void A_project_without_the_check_does_not_get_the_type()
    {
        GeneratorRunResult result = new GeneratorHarness(TwoResources).Run();

        Assert.DoesNotContain("did_not_run", result.GetText(), StringComparison.Ordinal);
    }
}
