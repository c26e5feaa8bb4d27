using System.Diagnostics;
using Lattice.Tests;

namespace Lattice.Generator.Tests;

/// <summary>The namespace of a project that does not ask for one, as the package's targets make it.</summary>
public class DefaultNamespaceTests
{
    private const string Targets = "generator/Lattice.Generator/build/Lattice.Generator.targets";

    [Theory]
    [InlineData("Shop", "Shop.Stripe")]
    [InlineData("Acme.Shop_2", "Acme.Shop_2.Stripe")]
    [InlineData("my-shop", "my_shop.Stripe")]
    [InlineData("my shop (new)", "my_shop__new_.Stripe")]
    [InlineData("3d", "_3d.Stripe")]
    [InlineData("Acme.3d.Shop", "Acme._3d.Shop.Stripe")]
    [InlineData("Größe", "Größe.Stripe")]
    public async Task It_is_made_of_the_projects_own(string rootNamespace, string expected)
    {
        Assert.Equal(expected, await GetNamespaceAsync($"-p:RootNamespace={rootNamespace}"));
        Assert.Null(ProjectOptions.FindInvalidPart(expected));
    }

    [Fact]
    public async Task One_that_the_project_asks_for_stays_as_it_is() =>
        Assert.Equal("my-own", await GetNamespaceAsync("-p:RootNamespace=Shop", "-p:LatticeNamespace=my-own"));

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
