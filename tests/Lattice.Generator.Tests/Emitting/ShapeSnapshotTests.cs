using System.Text.Json.Nodes;
using Lattice.Generator.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Lattice.Generator.Tests.Emitting;

/// <summary>The output for each shape of the specification, in one folder per shape, and for the slice of this repository.</summary>
public class ShapeSnapshotTests
{
    private static readonly string[] s_verifiedPaths =
    [
        "/v1/account_links", "/v1/account_sessions", "/v1/accounts/{account}/login_links", "/v1/apple_pay/domains", "/v1/billing/meter_events",
        "/v1/billing_portal/sessions", "/v1/customer_sessions", "/v1/ephemeral_keys", "/v1/file_links", "/v1/test_helpers/test_clocks",
        "/v2/billing/meter_event_session", "/v2/core/account_links",
    ];

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

    /// <summary>Twelve of the operations: a review can read their types, but not the thousand files of all.</summary>
    [Fact]
    public void The_output_for_operations_of_the_slice_equals_the_verified_files()
    {
        JsonObject slice = JsonNode.Parse(File.ReadAllText(Repository.Slice))!.AsObject();
        JsonObject paths = slice["paths"]!.AsObject();
        foreach (string path in paths.Select(path => path.Key).Except(s_verifiedPaths).ToArray())
        {
            paths.Remove(path);
        }

        Assert.Equal(s_verifiedPaths, paths.Select(path => path.Key));
        GeneratorRunResult result = new GeneratorHarness(slice.ToJsonString()).Run();

        Assert.Empty(result.Diagnostics);
        Snapshot.MatchAll(Path.Combine(ShapeFolders.Root, "..", "Slice"), result.GeneratedSources);
    }

    [Fact]
    public void The_use_of_a_deprecated_parameter_causes_a_warning_that_names_its_replacement()
    {
        var harness = new GeneratorHarness(File.ReadAllText(Repository.Slice));

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
