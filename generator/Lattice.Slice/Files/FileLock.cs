using System.Diagnostics;

namespace Lattice.Slice.Files;

/// <summary>
/// Keeps other processes from changing the same file at the same time. The lock is on an open file beside it, so that the system ends it
/// together with the process, however that ends; a file that is left behind locks nothing.
/// </summary>
internal sealed class FileLock : IDisposable
{
    // Commands hold the lock only while they replace files.
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(20);

    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    /// <summary>Waits for the lock.</summary>
    /// <param name="path">The full path of the file to change, which need not exist.</param>
    /// <exception cref="IOException">The lock cannot be created, or another process has had it for 10 seconds.</exception>
    public static FileLock Acquire(string path)
    {
        string name = GetName(path);
        var watch = Stopwatch.StartNew();
        while (true)
        {
            if (TryAcquire(name) is { } acquired)
            {
                return acquired;
            }

            if (watch.Elapsed > s_timeout)
            {
                throw new FileAccessException($"Another program has locked it with {name}. Wait until it has ended, and run the command again.");
            }

            Thread.Sleep(s_pause);
        }
    }

    /// <summary>Whether another process has the lock.</summary>
    /// <param name="path">The full path of the file.</param>
    public static bool IsHeld(string path)
    {
        try
        {
            File.Open(GetName(path), FileMode.Open, FileAccess.Read, FileShare.Read).Dispose();
        }
        catch (Exception exception) when (IsLocked(exception))
        {
            return true;
        }
        catch (Exception exception) when (FileErrors.IsFileError(exception))
        {
            // No process has created the lock, or this one has no access to it.
        }

        return false;
    }

    public void Dispose()
    {
        // While the lock is held, so that no other process has it; Windows deletes the file when it is closed.
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(_file.Name);
        }

        _file.Dispose();
    }

    private static string GetName(string path) => Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.lattice-lock");

    private static FileLock? TryAcquire(string name)
    {
        FileStream file;
        try
        {
            file = new FileStream(name, new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = FileAccess.ReadWrite,
                Share = FileShare.None,
                Options = OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None,
                BufferSize = 0,
            });
        }
        catch (Exception exception) when (IsLocked(exception))
        {
            return null;
        }

        // Between opening and locking it, the process that had the lock may have deleted the file; then another one can have a new lock.
        if (FileStatus.Get(file.SafeFileHandle).Id == FileStatus.Get(name).Id)
        {
            return new FileLock(file);
        }

        file.Dispose();
        return null;
    }

    // The errors of a locked file on Linux, on macOS, and on Windows, which also denies access while a file is being deleted. Whether the
    // file exists says nothing: the process that had the lock may have deleted it since.
    private static bool IsLocked(Exception exception) => exception is IOException
        ? (exception.HResult & 0xFFFF) is 11 or 35 or 32 or 33
        : OperatingSystem.IsWindows() && exception is UnauthorizedAccessException;
}
