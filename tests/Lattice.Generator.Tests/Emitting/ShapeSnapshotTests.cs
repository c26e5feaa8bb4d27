using Lattice.Generator.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Lattice.Generator.Tests.Emitting;

/// <summary>The output for each shape of the specification, in one folder per shape, and for the slice of this repository.</summary>
public class ShapeSnapshotTests
{
    public static TheoryData<string> Shapes => [.. ShapeFolders.Names];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_output_for_a_shape_equals_the_verified_files(string shape)
    {
        GeneratorRunResult result = new GeneratorHarness(ShapeFolders.ReadSlice(shape)).Run();

        Assert.Empty(result.Diagnostics);
        Snapshot.MatchAll(
            ShapeFolders.GetPath(shape),
            result.GeneratedSources.Where(source => !source.HintName.EndsWith("StripeApiVersion.g.cs", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_shape_compiles_without_a_warning(string shape) =>
        Assert.Empty(new GeneratorHarness(ShapeFolders.ReadSlice(shape)).Compile());

    [Fact]
    public void The_output_for_operations_of_the_slice_equals_the_verified_files()
    {
        GeneratorRunResult result = new GeneratorHarness(TwelveOperations.Slice).Run();

        Assert.Empty(result.Diagnostics);
        Snapshot.MatchAll(Path.Combine(ShapeFolders.Root, "..", "Slice"), result.GeneratedSources);
    }

    [Fact]
    public void The_use_of_a_deprecated_parameter_causes_a_warning_that_names_its_replacement()
    {
        var harness = new GeneratorHarness(TwelveOperations.Slice);

        string warning = Assert.Single(harness.Compile("""
            using Lattice.Stripe;

            class Usage
            {
                object Parameters => new AccountLinkCreateParams { Collect = AccountLinkCreateCollect.CurrentlyDue };
            }
            """));

        Assert.Contains("CS0618", warning, System.StringComparison.Ordinal);
        Assert.Contains("Use CollectionOptions.Fields instead", warning, System.StringComparison.Ordinal);
    }

    [Fact]
    public void The_types_are_in_the_namespace_that_the_project_sets()
    {
        var harness = new GeneratorHarness(ShapeFolders.ReadSlice("namespaces"), rootNamespace: "Shop.Payments");

        Assert.Empty(harness.Compile("""
            class Usage
            {
                public string Version => Shop.Payments.StripeApiVersion.Current;
                public Shop.Payments.Tax.Transaction Transaction { get; } = new() { Part = new Shop.Payments.TaxPart { Amount = 1 } };
            }
            """));
    }
}
