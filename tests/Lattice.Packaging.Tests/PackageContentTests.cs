using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Lattice.Packaging.Tests.Support;

namespace Lattice.Packaging.Tests;

/// <summary>The contents of the packages.</summary>
[Collection(nameof(PackageFeed))]
public sealed class PackageContentTests(PackageFeed feed)
{
    private const string Notices = "THIRD-PARTY-NOTICES.txt";

    public static TheoryData<string, string[]> Contents => new()
    {
        { "Lattice.Stripe", [.. Library("Lattice.Generated"), Notices] },
        { "Lattice.Stripe.Runtime", Library("Lattice.Runtime") },
        { "Lattice.Stripe.AspNetCore", Library("Lattice.Runtime.AspNetCore") },
        { "Lattice.Stripe.DependencyInjection", Library("Lattice.Runtime.DependencyInjection") },
        { "Lattice.Stripe.Testing", [.. Library("Lattice.Testing"), Notices] },
        { "Lattice.Stripe.Testing.Server", Library("Lattice.Testing.Server") },
        { "Lattice.Stripe.Analyzers", ["analyzers/dotnet/Lattice.Analyzers.dll", "analyzers/dotnet/cs/Lattice.Analyzers.CodeFixes.dll"] },
        {
            "Lattice.Stripe.Generator",
            [
                "analyzers/dotnet/cs/Lattice.Generator.dll",
                "build/Lattice.Stripe.Generator.props",
                "build/Lattice.Stripe.Generator.targets",
                "build/LatticeGeneratorCheck.g.cs",
            ]
        },
    };

    [Theory]
    [MemberData(nameof(Contents))]
    public void A_package_contains_the_expected_files(string package, string[] expected)
    {
        using ZipArchive archive = ZipFile.OpenRead(Path.Combine(feed.Packages, $"{package}.{feed.Version}.nupkg"));
        string[] packageFiles = ["_rels/", "package/", "[Content_Types].xml"];

        Assert.Equal(
            expected.Append($"{package}.nuspec").Append("README.md").Append("icon.png").Order(StringComparer.Ordinal),
            archive.Entries.Select(entry => entry.FullName)
                .Where(name => !packageFiles.Any(start => name.StartsWith(start, StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_package_of_the_tool_has_the_notices_of_the_libraries_that_it_contains()
    {
        using ZipArchive archive = ZipFile.OpenRead(Path.Combine(feed.Packages, $"Lattice.Stripe.Tool.{feed.Version}.nupkg"));
        using var reader = new StreamReader(archive.GetEntry(Notices)!.Open());
        string notices = reader.ReadToEnd();
        string[] libraries =
        [
            .. archive.Entries.Where(entry => entry.Name.EndsWith(".dll", StringComparison.Ordinal))
                .Select(entry => Path.GetFileNameWithoutExtension(entry.Name))
                .Where(library => !library.StartsWith("Lattice.", StringComparison.Ordinal)),
        ];

        // SharpYaml is a fork, whose license keeps the notice of the original.
        Assert.Contains("Antoine Aubry", notices, StringComparison.Ordinal);
        Assert.NotEmpty(libraries);
        Assert.All(libraries, library => Assert.Contains(library, notices, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Lattice.Stripe")]
    [InlineData("Lattice.Stripe.Testing")]
    public void A_package_with_parts_of_the_document_of_Stripe_has_its_notice(string package)
    {
        using ZipArchive archive = ZipFile.OpenRead(Path.Combine(feed.Packages, $"{package}.{feed.Version}.nupkg"));
        using var reader = new StreamReader(archive.GetEntry(Notices)!.Open());

        string notices = reader.ReadToEnd();

        Assert.Contains("Copyright (c) 2011- Stripe, Inc.", notices, StringComparison.Ordinal);
        Assert.Contains("Permission is hereby granted", notices, StringComparison.Ordinal);
    }

    [Fact]
    public void The_package_of_the_tool_has_one_build_without_a_compiler()
    {
        // It has 1.9 MB, with the SDK's slice in the stand-in. A second build would double that, and Roslyn would add several megabytes.
        const int MaxBytes = 2_100_000;
        string package = Path.Combine(feed.Packages, $"Lattice.Stripe.Tool.{feed.Version}.nupkg");
        using ZipArchive archive = ZipFile.OpenRead(package);
        string[] assemblies = [.. archive.Entries.Select(entry => entry.FullName).Where(name => name.EndsWith(".dll", StringComparison.Ordinal))];

        Assert.Contains("tools/net8.0/any/Lattice.Slice.dll", assemblies);
        Assert.All(assemblies, name => Assert.Equal("tools/net8.0/any", Path.GetDirectoryName(name)!.Replace('\\', '/')));
        Assert.All(assemblies, name => Assert.DoesNotContain("Microsoft.CodeAnalysis", name, StringComparison.OrdinalIgnoreCase));
        Assert.Null(archive.GetEntry("tools/net8.0/any/Lattice.Slice.xml"));
        Assert.InRange(new FileInfo(package).Length, 1, MaxBytes);
    }

    [Fact]
    public void The_tool_runs_on_NET_8_and_on_later_versions()
    {
        using ZipArchive archive = ZipFile.OpenRead(Path.Combine(feed.Packages, $"Lattice.Stripe.Tool.{feed.Version}.nupkg"));
        using Stream stream = archive.GetEntry("tools/net8.0/any/Lattice.Slice.runtimeconfig.json")!.Open();
        JsonNode options = JsonNode.Parse(stream)!["runtimeOptions"]!;

        Assert.Equal(("net8.0", "Major"), ((string?)options["tfm"], (string?)options["rollForward"]));
        Assert.All(options["frameworks"]!.AsArray(), framework => Assert.Equal("8.0.0", (string?)framework!["version"]));
    }

    [Theory]
    [InlineData("Lattice.Stripe", "Lattice.Stripe.Analyzers Lattice.Stripe.Runtime", "net8.0 net10.0")]
    [InlineData("Lattice.Stripe.Runtime", "Microsoft.Extensions.Logging.Abstractions", "net8.0 net10.0")]
    [InlineData("Lattice.Stripe.AspNetCore", "Lattice.Stripe.Runtime", "net8.0 net10.0")]
    [InlineData("Lattice.Stripe.DependencyInjection", "Lattice.Stripe.Runtime Microsoft.Extensions.Http", "net8.0 net10.0")]
    [InlineData("Lattice.Stripe.Testing", "Lattice.Stripe.Runtime", "net8.0 net10.0")]
    [InlineData("Lattice.Stripe.Testing.Server", "Lattice.Stripe.Testing", "net8.0 net10.0")]
    [InlineData("Lattice.Stripe.Generator", "Lattice.Stripe.Analyzers", ".NETStandard2.0")]
    [InlineData("Lattice.Stripe.Analyzers", "", "")]
    public void A_package_has_the_expected_dependencies(string package, string dependencies, string frameworks)
    {
        XElement nuspec = ReadNuspec(package);
        XNamespace ns = nuspec.Name.Namespace;
        XElement[] groups = [.. nuspec.Descendants(ns + "group")
            .Where(group => group.Attribute("targetFramework") is not null && group.Parent!.Name == ns + "dependencies")];

        Assert.Equal(
            frameworks.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(),
            groups.Select(group => group.Attribute("targetFramework")!.Value).Order());
        Assert.All(groups, group => Assert.Equal(
            dependencies.Split(' '),
            group.Elements(ns + "dependency")
                .Select(dependency => dependency.Attribute("id")!.Value).Order(StringComparer.Ordinal)));
        Assert.Equal("MIT", nuspec.Descendants(ns + "license").Single().Value);
        bool isForCompilers = package is "Lattice.Stripe.Generator" or "Lattice.Stripe.Analyzers";
        Assert.Equal(isForCompilers, nuspec.Descendants(ns + "developmentDependency").Any());
        Assert.Equal(!isForCompilers, File.Exists(Path.Combine(feed.Packages, $"{package}.{feed.Version}.snupkg")));
    }

    [Theory]
    [InlineData("Lattice.Stripe")]
    [InlineData("Lattice.Stripe.Generator")]
    public void The_analyzers_of_a_dependency_reach_the_project(string package)
    {
        XElement nuspec = ReadNuspec(package);

        Assert.All(
            nuspec.Descendants(nuspec.Name.Namespace + "dependency").Where(dependency => dependency.Attribute("id")!.Value == "Lattice.Stripe.Analyzers"),
            dependency => Assert.Equal(("All", null), (dependency.Attribute("include")?.Value, dependency.Attribute("exclude")?.Value)));
    }

    [Theory]
    [InlineData("Lattice.Stripe.AspNetCore", true)]
    [InlineData("Lattice.Stripe.Testing", false)]
    [InlineData("Lattice.Stripe.Testing.Server", true)]
    public void A_package_references_ASP_NET_Core_only_if_it_needs_it(string package, bool needed)
    {
        XElement nuspec = ReadNuspec(package);

        Assert.Equal(
            needed ? ["Microsoft.AspNetCore.App", "Microsoft.AspNetCore.App"] : [],
            nuspec.Descendants(nuspec.Name.Namespace + "frameworkReference").Select(reference => reference.Attribute("name")!.Value));
    }

    [Fact]
    public void The_server_requires_the_same_version_of_the_stand_in()
    {
        XElement nuspec = ReadNuspec("Lattice.Stripe.Testing.Server");

        Assert.Equal(
            [$"[{feed.Version}]", $"[{feed.Version}]"],
            nuspec.Descendants(nuspec.Name.Namespace + "dependency").Select(dependency => dependency.Attribute("version")!.Value));
    }

    private XElement ReadNuspec(string package)
    {
        using ZipArchive archive = ZipFile.OpenRead(Path.Combine(feed.Packages, $"{package}.{feed.Version}.nupkg"));
        using Stream stream = archive.GetEntry($"{package}.nuspec")!.Open();
        return XElement.Load(stream);
    }

    private static string[] Library(string name) =>
        [$"lib/net10.0/{name}.dll", $"lib/net10.0/{name}.xml", $"lib/net8.0/{name}.dll", $"lib/net8.0/{name}.xml"];
}
