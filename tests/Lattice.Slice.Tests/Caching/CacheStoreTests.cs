using Lattice.Slice.Caching;

namespace Lattice.Slice.Tests.Caching;

/// <summary>A bounded folder of files that several processes use.</summary>
public sealed class CacheStoreTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("lattice-store-");

    private string Folder => Path.Combine(_root.FullName, "a", "b");

    private IEnumerable<string> Names => Directory.GetFiles(Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void A_file_is_written_read_and_deleted()
    {
        var store = new CacheStore(Folder, maxFiles: 4, maxBytes: 1000);

        Assert.Null(store.Read("a"));
        store.Write("a", [1, 2]);
        store.Write("a", [3]);
        Assert.Equal([3], store.Read("a")!);
        Assert.Equal(["a"], Names);
        store.Delete("a");
        Assert.Null(store.Read("a"));
    }

    [Fact]
    public void The_files_that_were_not_used_for_the_longest_time_go()
    {
        var store = new CacheStore(Folder, maxFiles: 3, maxBytes: 1000);
        foreach ((string name, int minutes) in new[] { ("a", 30), ("b", 20), ("c", 10) })
        {
            store.Write(name, [1]);
            Age(name, TimeSpan.FromMinutes(minutes));
        }

        store.Read("a");
        store.Write("d", [1]);

        Assert.Equal(["a", "c", "d"], Names);
    }

    [Fact]
    public void The_size_is_limited_and_the_newest_file_stays_however_large_it_is()
    {
        var store = new CacheStore(Folder, maxFiles: 9, maxBytes: 10);
        store.Write("a", new byte[4]);
        Age("a", TimeSpan.FromMinutes(2));
        store.Write("b", new byte[6]);
        Age("b", TimeSpan.FromMinutes(1));
        Assert.Equal(["a", "b"], Names);

        store.Write("c", new byte[5]);
        Assert.Equal(["c"], Names);

        store.Write("d", new byte[11]);
        Assert.Equal(["d"], Names);
    }

    [Fact]
    public void What_an_interrupted_process_left_goes_and_what_is_being_written_stays()
    {
        var store = new CacheStore(Folder, maxFiles: 1, maxBytes: 10);
        store.Write("a", [1]);
        File.WriteAllBytes(Path.Combine(Folder, "b.old.tmp"), [1]);
        File.WriteAllBytes(Path.Combine(Folder, "b.new.tmp"), [1]);
        Age("b.old.tmp", TimeSpan.FromHours(2));

        store.Write("a", [2]);

        Assert.Equal(["a", "b.new.tmp"], Names);
    }

    [Fact]
    public async Task Concurrent_use_never_shows_a_partial_file()
    {
        // More files than fit, so that each writer also deletes what the others read.
        byte[][] contents = [.. Enumerable.Range(0, 8).Select(number => Enumerable.Repeat((byte)number, 50_000).ToArray())];

        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(() =>
        {
            var store = new CacheStore(Folder, maxFiles: 4, maxBytes: long.MaxValue);
            for (int turn = 0; turn < 50; turn++)
            {
                int number = (worker + turn) % contents.Length;
                store.Write($"{number}", contents[number]);
                byte[]? read = store.Read($"{(number + 3) % contents.Length}");
                Assert.True(read is null || read.AsSpan().SequenceEqual(contents[(number + 3) % contents.Length]));
            }
        })));

        Assert.All(Names, name => Assert.DoesNotContain(".tmp", name, StringComparison.Ordinal));
    }

    [Fact]
    public void Only_the_user_can_read_the_folder()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        new CacheStore(Folder, maxFiles: 1, maxBytes: 1).Write("a", [1]);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Folder));
    }

    private void Age(string name, TimeSpan age) => File.SetLastWriteTimeUtc(Path.Combine(Folder, name), DateTime.UtcNow - age);
}
