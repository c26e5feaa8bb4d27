namespace Lattice.Slice.Files;

/// <summary>
/// Changes several files, either all or none. Each new text is written to a temporary file in the same folder that then replaces the
/// original, so no reader sees a partial file.
/// </summary>
internal sealed class FileChanges
{
    private readonly List<FileChange> _changes = [];
    private readonly List<(string Path, string Description)> _kept = [];

    // The file that is being worked on, for messages.
    private string _current = "";

    /// <summary>Replaces or creates a file.</summary>
    /// <param name="loaded">The file as the command read it: if it is different now, nothing changes.</param>
    public FileChanges Replace(string path, byte[] text, LoadedFile? loaded = null)
    {
        _changes.Add(new FileChange(path, text, loaded));
        return this;
    }

    /// <summary>Declares a file that must stay, because the command reads it.</summary>
    /// <param name="path">The path; <see langword="null"/> if there is no such file.</param>
    /// <param name="description">What the file is, in messages.</param>
    public FileChanges Keep(string? path, string description)
    {
        if (path is not null)
        {
            _kept.Add((path, description));
        }

        return this;
    }

    /// <summary>Checks that the files can be replaced, as far as this is known before their texts are.</summary>
    /// <exception cref="CommandFailedException">A path leads to something that is not a file, or to a file that must stay.</exception>
    public void EnsureAllowed() => Try(() =>
    {
        foreach (FileChange change in _changes)
        {
            _current = change.Path;
            change.Resolve();
            EnsureNotKept(change);
        }
    });

    /// <exception cref="CommandFailedException">A file cannot be written; no file has changed.</exception>
    public void Commit()
    {
        EnsureAllowed();
        Try(() =>
        {
            if (_changes.TrueForAll(change => change.IsDone(Read(change))))
            {
                return;
            }

            _current = _changes[0].Path;
            using var _ = FileLock.Acquire(_changes[0].Target);
            ReplaceAll();
        });
    }

    private void ReplaceAll()
    {
        var written = new List<(FileChange Change, string Temporary)>();
        var replaced = new List<(FileChange Change, byte[]? Before)>();
        try
        {
            foreach (FileChange change in _changes.Where(change => !change.IsDone(Read(change))))
            {
                written.Add((change, TemporaryFile.Write(change.Target, change.Text)));
            }

            // Last of all, to notice a change by a program that does not know the lock.
            EnsureNotOutdated();
            foreach ((FileChange change, string temporary) in written)
            {
                byte[]? before = Read(change);
                File.Move(temporary, change.Target, overwrite: true);
                replaced.Add((change, before));
            }
        }
        catch (Exception exception) when (FileErrors.IsFileError(exception))
        {
            replaced.ForEach(Restore);
            throw;
        }
        finally
        {
            written.ForEach(file => File.Delete(file.Temporary));
        }
    }

    private byte[]? Read(FileChange change)
    {
        _current = change.Path;
        return change.Read();
    }

    private void EnsureNotKept(FileChange change)
    {
        foreach ((string path, string description) in _kept.Where(kept => change.IsAlso(kept.Path)))
        {
            throw new CommandFailedException($"Cannot write {change.Path}: it is {description}{GetOtherName(change.Path, path)}, "
                + "which must stay. Choose another file. No file has changed.");
        }

        if (_changes.TakeWhile(other => other != change).FirstOrDefault(other => change.IsAlso(other.Path)) is { } same)
        {
            throw new CommandFailedException(
                $"Cannot write both {same.Path} and {change.Path}: they are the same file. Choose another file. No file has changed.");
        }
    }

    private static string GetOtherName(string path, string other) => path == other ? "" : $" ({other})";

    private void EnsureNotOutdated()
    {
        if (_changes.Find(change => change.IsOutdated(Read(change))) is { } outdated)
        {
            throw new CommandFailedException(
                $"Another program changed {outdated.Path} while this command ran, so this command has changed no file. Run it again.");
        }
    }

    private void Restore((FileChange Change, byte[]? Before) file)
    {
        try
        {
            TemporaryFile.Restore(file.Change.Target, file.Before);
        }
        catch (Exception exception) when (FileErrors.IsFileError(exception))
        {
            throw new CommandFailedException($"Cannot write {_current}, and {file.Change.Path}, which has its new text already, cannot be "
                + $"restored: {FileErrors.Describe(exception)} Restore it from your version control, and run the command again.");
        }
    }

    private void Try(Action work)
    {
        try
        {
            work();
        }
        catch (Exception exception) when (FileErrors.IsFileError(exception))
        {
            throw new CommandFailedException($"Cannot write {_current}: {FileErrors.Describe(exception)} No file has changed.");
        }
    }
}
