using System.IO.Compression;
using System.Xml.Linq;
using Lattice.Packaging.Tests.Support;

namespace Lattice.Packaging.Tests;

/// <summary>What a gallery shows of the packages, and what people find them by.</summary>
[Collection(nameof(PackageFeed))]
public sealed class PackageMetadataTests(PackageFeed feed)
{
    [Theory]
    [InlineData("Lattice.Stripe.Analyzers", "stripe analyzer")]
    [InlineData("Lattice.Stripe", "stripe payments billing")]
    [InlineData("Lattice.Stripe.Generator", "stripe openapi source-generator")]
    [InlineData("Lattice.Stripe.Runtime", "stripe payments")]
    [InlineData("Lattice.Stripe.AspNetCore", "stripe payments")]
    [InlineData("Lattice.Stripe.DependencyInjection", "stripe payments")]
    [InlineData("Lattice.Stripe.Tool", "stripe openapi cli mock fake stripe-mock server")]
    [InlineData("Lattice.Stripe.Testing", "stripe testing mock fake stripe-mock")]
    [InlineData("Lattice.Stripe.Testing.Server", "stripe testing mock fake stripe-mock server")]
    public void A_package_is_found_and_says_what_it_is_for(string package, string words)
    {
        using ZipArchive archive = ZipFile.OpenRead(Path.Combine(feed.Packages, $"{package}.{feed.Version}.nupkg"));
        XElement metadata = XElement.Parse(Read(archive, $"{package}.nuspec")).Elements().Single(element => element.Name.LocalName == "metadata");
        string[] readme = Read(archive, Value("readme")).Split("\n\n", StringSplitOptions.TrimEntries);

        Assert.Superset(words.Split(' ').ToHashSet(), Value("tags").Split(' ').ToHashSet());
        Assert.Contains("Stripe", Value("description"), StringComparison.Ordinal);
        Assert.Equal($"# {package}", readme[0]);
        Assert.Contains("Stripe", readme[1], StringComparison.Ordinal);
        Assert.NotNull(archive.GetEntry(Value("icon")));

        string Value(string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value;
    }

    private static string Read(ZipArchive archive, string entry)
    {
        using var reader = new StreamReader(archive.GetEntry(entry)!.Open());
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
