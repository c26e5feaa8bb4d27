using System.Runtime.CompilerServices;
using Lattice.Slice.Caching;

namespace Lattice.Slice.Tests.Support;

/// <summary>
/// The tests of what is in the cache. They run one after the other, and not while other tests run, which may push a document out of it.
/// </summary>
[CollectionDefinition(nameof(CacheCollection), DisableParallelization = true)]
public sealed class CacheCollection
{
    /// <summary>Keeps all tests away from the cache of this machine.</summary>
    [ModuleInitializer]
    internal static void UseOwnCache()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("lattice-cache-");
        Environment.SetEnvironmentVariable(CacheFolder.Variable, folder.FullName);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
    }
}

/// <summary>An empty cache for one test.</summary>
internal sealed class TestCache : IDisposable
{
    private readonly string? _before = Environment.GetEnvironmentVariable(CacheFolder.Variable);

    public TestCache() => Environment.SetEnvironmentVariable(CacheFolder.Variable, Folder);

    public string Folder { get; } = Directory.CreateTempSubdirectory("lattice-cache-").FullName;

    public string[] Documents =>
        Directory.Exists(Path.Combine(Folder, "documents")) ? Directory.GetFiles(Path.Combine(Folder, "documents")) : [];

    public void Clear() => Array.ForEach(Directory.GetDirectories(Folder), folder => Directory.Delete(folder, recursive: true));

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(CacheFolder.Variable, _before);
        Directory.Delete(Folder, recursive: true);
    }
}
