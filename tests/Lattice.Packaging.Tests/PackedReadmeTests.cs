using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Lattice.Packaging.Tests.Support;

namespace Lattice.Packaging.Tests;

/// <summary>The README of a package, whose links to files of the repository lead nowhere from inside the package.</summary>
[Collection(nameof(PackageFeed))]
public sealed partial class PackedReadmeTests(PackageFeed feed)
{
    private const string Address = "https://example.com/library";

    // A release sets it for the packages that are tested.
    private static readonly string? s_repository = Environment.GetEnvironmentVariable("LatticeRepositoryUrl");

    public static TheoryData<string> Projects =>
    [
        .. ((string[])["generator", "runtime"])
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.csproj", SearchOption.AllDirectories))
            .Where(project => ReadProperty(project, "IsPackable") == "true")
            .Select(project => Path.GetRelativePath(Repository.Root, project).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_link_to_a_file_leads_to_the_public_repository_or_is_its_text_if_there_is_none(string project)
    {
        string package = ReadProperty(Path.Combine(Repository.Root, project), "PackageId")!;
        using ZipArchive archive = ZipFile.OpenRead(Path.Combine(feed.Packages, $"{package}.{feed.Version}.nupkg"));
        using var reader = new StreamReader(archive.GetEntry("README.md")!.Open());
        string packed = reader.ReadToEnd();

        Assert.Empty(FileLink().Matches(packed).Select(link => link.Value));
        string replaced = string.IsNullOrEmpty(s_repository)
            ? packed
            : RepositoryLinkOf(s_repository, feed.Version).Replace(packed, "$1");
        Assert.Equal(FileLink().Replace(ReadSource(project), "$1"), replaced);
    }

    [Theory]
    [InlineData("runtime/Lattice.Generated/Lattice.Generated.csproj")]
    [InlineData("runtime/Lattice.Runtime/Lattice.Runtime.csproj")]
    [InlineData("generator/Lattice.Slice/Lattice.Slice.csproj")]
    public async Task With_a_public_repository_a_link_leads_to_the_file_of_the_version(string project)
    {
        string packed = Path.Combine(feed.CreateFolder("Readme" + Path.GetFileNameWithoutExtension(project)), "README.md");
        await DotNet.RunAsync(
            Repository.Root, "dotnet", "msbuild", project, "-t:WritePackedReadme", "-nodeReuse:false",
            $"-p:PackedReadmePath={packed}", $"-p:LatticeRepositoryUrl={Address}", "-p:Version=1.2.3");
        string text = await File.ReadAllTextAsync(packed);

        string[] files = [.. RepositoryLink().Matches(text).Select(link => link.Groups[1].Value)];
        Assert.Equal(FileLink().Count(ReadSource(project)), files.Length);
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.True(File.Exists(Path.Combine(Repository.Root, file.Split('#')[0])), file));
        Assert.Empty(FileLink().Matches(text).Select(link => link.Value));
    }

    /// <summary>The README that a project packs: the one beside it, unless it names another.</summary>
    private static string ReadSource(string project)
    {
        string folder = Path.GetDirectoryName(Path.Combine(Repository.Root, project))!;
        string path = ReadProperty(Path.Combine(Repository.Root, project), "PackageReadmePath")?
            .Replace("$(MSBuildProjectDirectory)", folder, StringComparison.Ordinal) ?? Path.Combine(folder, "README.md");
        return File.ReadAllText(path);
    }

    private static string? ReadProperty(string project, string name)
        => XElement.Load(project).Descendants(name).FirstOrDefault()?.Value;

    private static Regex RepositoryLinkOf(string address, string version) =>
        new($@"\[([^\]]+)\]\({Regex.Escape($"{address}/blob/v{version}/")}[^)\s]+\)");

    [GeneratedRegex(@"\[([^\]]+)\]\((?!https?:|#)[^)\s]+\)")]
    private static partial Regex FileLink();

    [GeneratedRegex(@"\]\(https://example\.com/library/blob/v1\.2\.3/([^)\s]+)\)")]
    private static partial Regex RepositoryLink();
}
