
namespace Lattice.Packaging.Tests.Support;

/// <summary>
/// The packages of this repository in a folder that serves as a feed, and a folder outside of the repository for projects that
/// use them. The version is of this run alone, so that no cache can hold another package of it.
/// </summary>
public sealed class PackageFeed : IAsyncLifetime
{
    private readonly string _root = Directory.CreateTempSubdirectory("lattice-packaging-").FullName;

    public string Version { get; } = $"0.1.0-test.{DateTime.UtcNow:yyyyMMddHHmmss}";

    /// <summary>Native apps that several tests look at.</summary>
    internal NativeApps NativeApps => field ??= new NativeApps(this);

    public string Packages => Path.Combine(_root, "feed");

    public async Task InitializeAsync()
    {
        // Not where the test run's own build is: both may be under way at the same time.
        await DotNet.RunAsync(
            Repository.Root, "dotnet", "pack", "--configuration", "Release", "--output", Packages, $"-p:Version={Version}",
            $"-p:ArtifactsPath={Path.Combine(_root, "artifacts")}", "-nodeReuse:false", "-p:UseSharedCompilation=false");
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

        // What stands in folders above has no say.
        foreach (string file in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
        {
            await File.WriteAllTextAsync(Path.Combine(_root, file), "<Project />");
        }
    }

    /// <summary>A new folder for a project.</summary>
    public string CreateFolder(string name) => Directory.CreateDirectory(Path.Combine(_root, "projects", name)).FullName;

    public Task DisposeAsync()
    {
        Directory.Delete(_root, recursive: true);
        return Task.CompletedTask;
    }

    // Saves fetching Microsoft's packages once more; the packages of this repository are never there.
    private static string MachinePackages => Directory.CreateDirectory(
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages")).FullName;
}

/// <summary>The tests that share the feed; one at a time, since each has compilers of its own.</summary>
[CollectionDefinition(nameof(PackageFeed), DisableParallelization = true)]
public sealed class PackageFeedCollection : ICollectionFixture<PackageFeed>;
