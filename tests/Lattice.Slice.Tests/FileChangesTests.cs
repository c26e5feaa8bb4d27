using System.Text;
using Lattice.Slice.Files;

namespace Lattice.Slice.Tests;

/// <summary>Changes of several files that happen all or not at all.</summary>
public sealed class FileChangesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lattice-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void All_files_are_replaced_and_nothing_is_left_over()
    {
        Write("a", "1");

        new FileChanges().Replace(At("a"), "2"u8.ToArray()).Replace(At("b"), "3"u8.ToArray()).Commit();

        Assert.Equal(["a: 2", "b: 3"], Snapshot());
    }

    [Fact]
    public void If_one_cannot_be_written_none_is()
    {
        Write("a", "1");
        Directory.CreateDirectory(At("b"));

        CommandFailedException failure = Assert.Throws<CommandFailedException>(
            () => new FileChanges().Replace(At("a"), "2"u8.ToArray()).Replace(At("b"), "3"u8.ToArray()).Commit());

        Assert.Contains("Nothing was changed.", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["a: 1"], Snapshot());
    }

    [Fact]
    public void A_new_file_goes_away_again_if_the_next_cannot_be_written()
    {
        Directory.CreateDirectory(At("b"));

        Assert.Throws<CommandFailedException>(
            () => new FileChanges().Replace(At("a"), "2"u8.ToArray()).Replace(At("b"), "3"u8.ToArray()).Commit());

        Assert.Empty(Snapshot());
    }

    [Fact]
    public void A_folder_that_is_not_there_is_a_failure_with_its_path() =>
        Assert.Contains(At("none"), Assert.Throws<CommandFailedException>(
            () => new FileChanges().Replace(Path.Combine(At("none"), "a"), [1]).Commit()).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_with_the_same_text_is_not_touched()
    {
        Write("a", "1");
        DateTime before = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(At("a"), before);

        new FileChanges().Replace(At("a"), "1"u8.ToArray()).Commit();

        Assert.Equal(before, File.GetLastWriteTimeUtc(At("a")));
    }

    [Fact]
    public void What_is_behind_a_link_changes_and_the_link_stays()
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
        Directory.EnumerateFiles(_folder).Order(StringComparer.Ordinal).Select(path => $"{Path.GetFileName(path)}: {File.ReadAllText(path)}");
}
