using System.Text.Json;

namespace Lattice.Packaging.Tests.Support;

/// <summary>
/// A feed folder with the packages of this repository, and a folder outside the repository for projects that use them. The packages are
/// those in the folder that <c>LATTICE_PACKAGES</c> names. Without it, the feed packs them itself.
/// </summary>
public sealed class PackageFeed : IAsyncLifetime
{
    private readonly string _root = Directory.CreateTempSubdirectory("lattice-packaging-").FullName;

    public string Version { get; private set; } = "";

    /// <summary>The native apps, which several tests share.</summary>
    internal NativeApps NativeApps => field ??= new NativeApps(this);

    public string Packages => Path.Combine(_root, "feed");

    public async Task InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("LATTICE_PACKAGES") is { Length: > 0 } packed)
        {
            CopyPackages(packed);
        }
        else
        {
            await PackAsync();
        }

        await File.WriteAllTextAsync(Path.Combine(_root, "nuget.config"), $"""
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="{Path.Combine(_root, "packages")}" />
              </config>
              <fallbackPackageFolders>
                <add key="machine" value="{MachinePackages}" />
              </fallbackPackageFolders>
              <packageSources>
                <add key="lattice" value="{Packages}" />
              </packageSources>
            </configuration>
            """);

        // Files with the same names in parent folders must not apply. Without an audit, restoring does not wait for the network.
        const string NoAudit = "<PropertyGroup><NuGetAudit>false</NuGetAudit></PropertyGroup>";
        await File.WriteAllTextAsync(Path.Combine(_root, "Directory.Build.props"), $"<Project>{NoAudit}</Project>");
        await File.WriteAllTextAsync(Path.Combine(_root, "Directory.Build.targets"), "<Project />");
        await File.WriteAllTextAsync(Path.Combine(_root, "Directory.Packages.props"), "<Project />");
    }

    /// <summary>Creates a folder for a project.</summary>
    public string CreateFolder(string name) => Directory.CreateDirectory(Path.Combine(_root, "projects", name)).FullName;

    public async Task DisposeAsync()
    {
        await DotNet.StopCompilerServerAsync(_root);
        Directory.Delete(_root, recursive: true);
    }

    private void CopyPackages(string folder)
    {
        const string Name = "Lattice.Stripe.Runtime.";
        Directory.CreateDirectory(Packages);
        foreach (string file in Directory.EnumerateFiles(folder))
        {
            File.Copy(file, Path.Combine(Packages, Path.GetFileName(file)));
        }

        // Only the version begins with a digit, not the rest of another package's name.
        string package = Path.GetFileNameWithoutExtension(Directory.EnumerateFiles(Packages, $"{Name}*.nupkg")
            .Single(file => char.IsAsciiDigit(Path.GetFileName(file)[Name.Length])));
        Version = package[Name.Length..];

        // A cached package of the same version would be tested instead.
        string[] cached = Directory.GetDirectories(MachinePackages, "lattice.*");
        Assert.DoesNotContain(cached, cache => Directory.Exists(Path.Combine(cache, Version)));
    }

    private async Task PackAsync()
    {
        // A version of its own for each run, so that no cache contains an older package of the same version.
        Version = $"0.1.0-test.{DateTime.UtcNow:yyyyMMddHHmmss}";

        // A separate output folder, because the build of the test run may be in progress. Without analyzers, which that build runs.
        await DotNet.RunAsync(
            Repository.Root, "dotnet", "pack", await WriteSolutionFilterAsync(), "--configuration", "Release", "--output", Packages,
            $"-p:Version={Version}", $"-p:ArtifactsPath={Path.Combine(_root, "artifacts")}", "-p:RunAnalyzers=false", "-nodeReuse:false");
    }

    /// <summary>Writes a solution filter without the tests, which need no restore.</summary>
    private async Task<string> WriteSolutionFilterAsync()
    {
        string[] projects = [.. ((string[])["generator", "runtime"])
            .SelectMany(folder => Directory.EnumerateDirectories(Path.Combine(Repository.Root, folder)))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj"))
            .Select(project => Path.GetRelativePath(Repository.Root, project).Replace('/', '\\'))];
        string filter = Path.Combine(_root, "packages.slnf");
        await File.WriteAllTextAsync(filter, JsonSerializer.Serialize(new
        {
            solution = new { path = Path.Combine(Repository.Root, "Lattice.Generated.sln"), projects },
        }));
        return filter;
    }

    // Avoids downloading Microsoft's packages again. The packages of this repository are never in this cache.
    private static string MachinePackages => Directory.CreateDirectory(
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages")).FullName;
}

/// <summary>The tests that share the feed. They run sequentially, because each starts processes that use all cores.</summary>
[CollectionDefinition(nameof(PackageFeed), DisableParallelization = true)]
public sealed class PackageFeedCollection : ICollectionFixture<PackageFeed>;
