using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using Lattice.Packaging.Tests.Support;

namespace Lattice.Packaging.Tests;

/// <summary>
/// With the build settings of this repository, a debugger finds the sources of a package, and the same sources give the same assembly.
/// The library is one of its own in a Git repository of its own, so that the state of this checkout does not matter.
/// </summary>
[Collection(nameof(PackageFeed))]
public sealed class SourceLinkTests(PackageFeed feed)
{
    private static readonly Guid s_sourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    [Fact]
    public async Task Symbols_link_to_the_sources_at_the_repository_and_the_assembly_is_deterministic()
    {
        string folder = await CreateLibraryAsync("Linked");
        await PackAsync(folder, "-p:CI=true", "-p:LatticeRepositoryUrl=https://github.com/example/library");
        string commit = (await DotNet.RunAsync(folder, "git", "rev-parse", "HEAD")).Trim();

        using MetadataReaderProvider symbols = ReadSymbols(folder);
        MetadataReader reader = symbols.GetMetadataReader();

        Assert.Equal(
            $$$"""{"documents":{"/_/*":"https://raw.githubusercontent.com/example/library/{{{commit}}}/*"}}""",
            ReadSourceLink(reader));
        Assert.Contains("/_/Library.cs", reader.Documents.Select(document => reader.GetString(reader.GetDocument(document).Name)));
        using PEReader assembly = ReadAssembly(folder);
        Assert.Contains(assembly.ReadDebugDirectory(), entry => entry.Type == DebugDirectoryEntryType.Reproducible);
    }

    [Fact]
    public async Task Without_a_repository_url_the_package_has_symbols_without_links()
    {
        string folder = await CreateLibraryAsync("Unlinked");
        await PackAsync(folder, "-p:CI=true");

        using MetadataReaderProvider symbols = ReadSymbols(folder);

        Assert.Null(ReadSourceLink(symbols.GetMetadataReader()));
    }

    private async Task<string> CreateLibraryAsync(string name)
    {
        string folder = feed.CreateFolder(name);
        foreach (string file in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "README.md"])
        {
            File.Copy(Path.Combine(Repository.Root, file), Path.Combine(folder, file));
        }

        Directory.CreateDirectory(Path.Combine(folder, "runtime"));
        File.Copy(Path.Combine(Repository.Root, "runtime", "icon.png"), Path.Combine(folder, "runtime", "icon.png"));
        await File.WriteAllTextAsync(Path.Combine(folder, ".gitignore"), "obj/\nbin/\nout/\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "Library.cs"), """
            namespace Example;

            /// <summary>A class.</summary>
            public static class Library
            {
                /// <summary>The number of bits in a byte.</summary>
                public static int Bits => 8;
            }
            """);
        await File.WriteAllTextAsync(Path.Combine(folder, "Library.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <IsPackable>true</IsPackable>
                <Description>A library.</Description>
              </PropertyGroup>
            </Project>
            """);
        await DotNet.RunAsync(folder, "git", "init", "--quiet");
        await DotNet.RunAsync(folder, "git", "add", ".");
        await DotNet.RunAsync(
            folder, "git", "-c", "user.name=Test", "-c", "user.email=test@example.com", "commit", "--quiet", "--message", "A library");
        return folder;
    }

    private static Task<string> PackAsync(string folder, params IEnumerable<string> properties) => DotNet.RunAsync(
        folder, "dotnet", ["pack", "--configuration", "Release", "--output", Path.Combine(folder, "out"), "-nodeReuse:false", .. properties]);

    private static MetadataReaderProvider ReadSymbols(string folder) =>
        MetadataReaderProvider.FromPortablePdbStream(ReadEntry(folder, "*.snupkg", "lib/net10.0/Library.pdb"));

    private static PEReader ReadAssembly(string folder) => new(ReadEntry(folder, "*.nupkg", "lib/net10.0/Library.dll"));

    private static MemoryStream ReadEntry(string folder, string package, string name)
    {
        using ZipArchive archive = ZipFile.OpenRead(Assert.Single(Directory.GetFiles(Path.Combine(folder, "out"), package)));
        using Stream entry = archive.GetEntry(name)!.Open();
        var copy = new MemoryStream();
        entry.CopyTo(copy);
        copy.Position = 0;
        return copy;
    }

    private static string? ReadSourceLink(MetadataReader reader) => reader.CustomDebugInformation
        .Select(reader.GetCustomDebugInformation)
        .Where(information => reader.GetGuid(information.Kind) == s_sourceLink)
        .Select(information => Encoding.UTF8.GetString(reader.GetBlobBytes(information.Value)))
        .SingleOrDefault();
}
