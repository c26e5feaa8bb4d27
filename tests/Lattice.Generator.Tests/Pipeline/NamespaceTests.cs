using System.Diagnostics;
using Lattice.Generator.Pipeline;
using Lattice.Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using static Lattice.Generator.Tests.Support.SliceEdits;

namespace Lattice.Generator.Tests.Pipeline;

/// <summary>The namespace that a project sets, and the default from the package's targets.</summary>
public class NamespaceTests
{
    private const string Targets = "generator/Lattice.Generator/build/Lattice.Stripe.Generator.targets";

    [Theory]
    [InlineData("my-shop.Stripe", "'my-shop'")]
    [InlineData("3d.Stripe", "'3d'")]
    [InlineData("shop.new.Stripe", "'new'")]
    [InlineData("my shop", "'my shop'")]
    [InlineData("a:b", "'a:b'")]
    [InlineData(".Stripe", "''")]
    [InlineData("Shop.Stripe;class Evil", "'Stripe;class Evil'")]
    public void An_invalid_namespace_is_reported(string rootNamespace, string part)
    {
        GeneratorRunResult result = new GeneratorHarness(TwoResources, rootNamespace).Run();

        Diagnostic diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal(("LAT0012", 1, 1), Location(diagnostic));
        Assert.Contains($"LatticeNamespace is '{rootNamespace}', but {part} is", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Empty(result.GeneratedSources);
    }

    [Theory]
    [InlineData("Größe._3d.record.Stripe")]
    [InlineData("S")]
    public void A_valid_namespace_compiles(string rootNamespace) =>
        Assert.Empty(new GeneratorHarness(TwoResources, rootNamespace).Compile());

    [Theory]
    [InlineData("Shop", "Shop.StripeApi")]
    [InlineData("Acme.Shop_2", "Acme.Shop_2.StripeApi")]
    [InlineData("my-shop", "my_shop.StripeApi")]
    [InlineData("my shop (new)", "my_shop__new_.StripeApi")]
    [InlineData("3d", "_3d.StripeApi")]
    [InlineData("Acme.3d.Shop", "Acme._3d.Shop.StripeApi")]
    [InlineData("", "StripeApi")]
    [InlineData("Größe", "Größe.StripeApi")]
    public async Task The_default_is_derived_from_the_root_namespace_of_the_project(string rootNamespace, string expected)
    {
        Assert.Equal(expected, await GetNamespaceAsync($"-p:RootNamespace={rootNamespace}"));
        Assert.Null(ProjectOptions.FindInvalidPart(expected));
    }

    [Fact]
    public async Task A_namespace_that_the_project_sets_is_not_changed() =>
        Assert.Equal("my-own", await GetNamespaceAsync("-p:RootNamespace=Shop", "-p:LatticeNamespace=my-own"));

    [Fact]
    public void Without_the_targets_of_the_package_the_default_is_the_same()
    {
        GeneratorRunResult result = new GeneratorHarness(TwoResources, new Dictionary<string, string> { ["RootNamespace"] = "Shop" }).Run();

        Assert.True(result.HasType("Shop.StripeApi.Widget"));
    }

    private static async Task<string> GetNamespaceAsync(params string[] properties)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        string[] arguments = ["msbuild", Path.Combine(Repository.Root, Targets), "-getProperty:LatticeNamespace", .. properties];
        Array.ForEach(arguments, start.ArgumentList.Add);
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == 0, output);
        return output.Trim();
    }
}
