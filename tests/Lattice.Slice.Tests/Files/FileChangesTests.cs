using System.Text;
using Lattice.Slice.Files;

namespace Lattice.Slice.Tests.Files;

/// <summary>Changes of several files, either all or none.</summary>
public sealed class FileChangesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lattice-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void All_files_are_replaced_and_no_temporary_file_remains()
    {
        Write("a", "1");

        new FileChanges().Replace(At("a"), "2"u8.ToArray()).Replace(At("b"), "3"u8.ToArray()).Commit();

        Assert.Equal(["a: 2", "b: 3"], Snapshot());
    }

    [Fact]
    public void No_file_changes_if_one_cannot_be_written()
    {
        Write("a", "1");
        Directory.CreateDirectory(At("b"));

        CommandFailedException exception = Assert.Throws<CommandFailedException>(
            () => new FileChanges().Replace(At("a"), "2"u8.ToArray()).Replace(At("b"), "3"u8.ToArray()).Commit());

        Assert.Contains("No file has changed.", exception.Message, StringComparison.Ordinal);
        Assert.Equal(["a: 1"], Snapshot());
    }

    [Fact]
    public void A_new_file_is_removed_if_the_next_cannot_be_written()
    {
        Directory.CreateDirectory(At("b"));

        Assert.Throws<CommandFailedException>(
            () => new FileChanges().Replace(At("a"), "2"u8.ToArray()).Replace(At("b"), "3"u8.ToArray()).Commit());

        Assert.Empty(Snapshot());
    }

    [Fact]
    public void A_missing_folder_is_an_error_with_its_path() =>
        Assert.Contains(At("missing"), Assert.Throws<CommandFailedException>(
            () => new FileChanges().Replace(Path.Combine(At("missing"), "a"), [1]).Commit()).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_with_the_same_text_is_not_written()
    {
        Write("a", "1");
        DateTime before = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(At("a"), before);

        new FileChanges().Replace(At("a"), "1"u8.ToArray()).Commit();

        Assert.Equal(before, File.GetLastWriteTimeUtc(At("a")));
    }

    [Fact]
    public void The_target_of_a_link_changes_and_the_link_stays()
    {
        Write("a", "1");
        File.CreateSymbolicLink(At("link"), At("a"));

        new FileChanges().Replace(At("link"), "2"u8.ToArray()).Commit();

        Assert.Equal("2", File.ReadAllText(At("a")));
        Assert.Equal(At("a"), new FileInfo(At("link")).LinkTarget);
    }

    private string At(string name) => Path.Combine(_folder, name);

    private void Write(string name, string text) => File.WriteAllBytes(At(name), Encoding.UTF8.GetBytes(text));

    private IEnumerable<string> Snapshot() =>
        Directory.EnumerateFiles(_folder).Order(StringComparer.Ordinal)
            .Select(path => $"{Path.GetFileName(path)}: {File.ReadAllText(path)}");
}
