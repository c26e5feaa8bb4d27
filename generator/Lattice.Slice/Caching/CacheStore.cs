using Lattice.Slice.Files;

namespace Lattice.Slice.Caching;

/// <summary>
/// A folder of files that can be created again. Several processes can use it at a time: a file appears only when it is complete, and the
/// files that were not used for the longest time go if there are too many.
/// </summary>
/// <param name="maxBytes">The size of all files together, in bytes. The newest file stays even if it alone is larger.</param>
internal sealed class CacheStore(string folder, int maxFiles, long maxBytes)
{
    private const string TemporaryExtension = ".tmp";

    // Far longer than writing a file takes: the process that wrote it has ended.
    private static readonly TimeSpan s_abandoned = TimeSpan.FromHours(1);

    /// <summary>The content of a file, which counts as used; <see langword="null"/> if it is absent or cannot be read.</summary>
    public byte[]? Read(string name)
    {
        string path = Path.Combine(folder, name);
        try
        {
            byte[] content = InputFile.Read(path);
            MarkAsUsed(path);
            return content;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The caller creates the content again.
            return null;
        }
    }

    /// <summary>Writes a file, and deletes old ones if there are too many.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be written.</exception>
    public void Write(string name, byte[] content)
    {
        CreateFolder();
        string path = Path.Combine(folder, name);
        string temporary = $"{path}.{Path.GetRandomFileName()}{TemporaryExtension}";
        try
        {
            File.WriteAllBytes(temporary, content);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException && File.Exists(path))
        {
            // On Windows, a file that another process reads cannot be replaced. It is as good, or the next command replaces it.
        }
        finally
        {
            File.Delete(temporary);
        }

        Trim();
    }

    /// <summary>Deletes a file.</summary>
    public void Delete(string name) => TryDelete(new FileInfo(Path.Combine(folder, name)));

    private void CreateFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private void Trim()
    {
        ILookup<bool, FileInfo> files = new DirectoryInfo(folder).GetFiles().ToLookup(file => file.Extension == TemporaryExtension);
        foreach (FileInfo abandoned in files[true].Where(file => file.LastWriteTimeUtc < DateTime.UtcNow - s_abandoned))
        {
            TryDelete(abandoned);
        }

        long bytes = 0;
        FileInfo[] newest = [.. files[false].OrderByDescending(file => file.LastWriteTimeUtc)];
        for (int index = 0; index < newest.Length; index++)
        {
            bytes += GetLength(newest[index]);
            if (index > 0 && (index >= maxFiles || bytes > maxBytes))
            {
                TryDelete(newest[index]);
            }
        }
    }

    private static long GetLength(FileInfo file)
    {
        try
        {
            return file.Length;
        }
        catch (FileNotFoundException)
        {
            // Another process has deleted it.
            return 0;
        }
    }

    private static void MarkAsUsed(string path)
    {
        try
        {
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Another process has deleted the file, or the folder is read-only; the content was read all the same.
        }
    }

    private static void TryDelete(FileInfo file)
    {
        try
        {
            file.Delete();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Another process uses or deletes it. If it stays, the next command deletes it.
        }
    }
}
