namespace Lattice.Slice.Files;

/// <summary>
/// Changes several files, either all or none. Each new text is written to a temporary file in the same folder that then replaces the
/// original, so no reader sees a partial file.
/// </summary>
internal sealed class FileChanges
{
    private readonly List<(string Path, byte[] Text)> _changes = [];

    public FileChanges Replace(string path, byte[] text)
    {
        // The target of a link changes, not the link.
        bool exists = File.Exists(path);
        string target = exists && File.ResolveLinkTarget(path, returnFinalTarget: true) is { } link
            ? link.FullName
            : Path.GetFullPath(path);
        if (!exists || !File.ReadAllBytes(target).AsSpan().SequenceEqual(text))
        {
            _changes.Add((target, text));
        }

        return this;
    }

    /// <exception cref="CommandFailedException">A file cannot be written; no file has changed.</exception>
    public void Commit()
    {
        var written = new List<(string Path, string Temporary)>();
        var replaced = new List<(string Path, byte[]? Before)>();
        string current = "";
        try
        {
            foreach ((string path, byte[] text) in _changes)
            {
                current = path;
                written.Add((path, WriteTemporary(path, text)));
            }

            foreach ((string path, string temporary) in written)
            {
                current = path;
                byte[]? before = File.Exists(path) ? File.ReadAllBytes(path) : null;
                File.Move(temporary, path, overwrite: true);
                replaced.Add((path, before));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            replaced.ForEach(file => Restore(file.Path, file.Before));
            throw new CommandFailedException($"Cannot write {current}: {exception.Message} No file has changed.");
        }
        finally
        {
            written.ForEach(file => File.Delete(file.Temporary));
        }
    }

    private static string WriteTemporary(string path, byte[] text)
    {
        // On some systems, a move replaces a read-only file if the folder is writable.
        if (File.Exists(path) && File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly))
        {
            throw new UnauthorizedAccessException("It is read-only.");
        }

        string temporary = $"{path}.{Path.GetRandomFileName()}.tmp";
        try
        {
            using FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.Write);
            stream.Write(text);
            stream.Flush(flushToDisk: true);
            if (!OperatingSystem.IsWindows() && File.Exists(path))
            {
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(path));
            }

            return temporary;
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static void Restore(string path, byte[]? before)
    {
        if (before is null)
        {
            File.Delete(path);
        }
        else
        {
            File.Move(WriteTemporary(path, before), path, overwrite: true);
        }
    }
}
