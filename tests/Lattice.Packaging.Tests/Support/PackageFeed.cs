using System.Text.Json;

namespace Lattice.Packaging.Tests.Support;

/// <summary>
/// A feed folder with the packages of this repository, and a folder outside the repository for projects that use them. Each run has its
/// own version, so that no cache contains an older package of the same version.
/// </summary>
public sealed class PackageFeed : IAsyncLifetime
{
    private readonly string _root = Directory.CreateTempSubdirectory("lattice-packaging-").FullName;

    public string Version { get; } = $"0.1.0-test.{DateTime.UtcNow:yyyyMMddHHmmss}";

    /// <summary>The native apps, which several tests share.</summary>
    internal NativeApps NativeApps => field ??= new NativeApps(this);

    public string Packages => Path.Combine(_root, "feed");

    public async Task InitializeAsync()
    {
        // A separate output folder, because the build of the test run may be in progress. Without analyzers, which that build runs.
        await DotNet.RunAsync(
            Repository.Root, "dotnet", "pack", await WriteSolutionFilterAsync(), "--configuration", "Release", "--output", Packages,
            $"-p:Version={Version}", $"-p:ArtifactsPath={Path.Combine(_root, "artifacts")}", "-p:RunAnalyzers=false", "-nodeReuse:false");
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
