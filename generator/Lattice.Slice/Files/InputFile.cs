using System.Globalization;

namespace Lattice.Slice.Files;

/// <summary>
/// Reads the files that a user names. A path can lead to anything: a folder, a pipe that nobody writes to, a device without end.
/// </summary>
internal static class InputFile
{
    /// <summary>The maximum size of a file in bytes; Stripe's document has about 8 MB.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    // A file can be on a server that does not answer, and a file of the system may wait for something to happen.
    private static readonly TimeSpan s_maxWait = TimeSpan.FromSeconds(30);

    /// <summary>Whether there is anything at the path, a file or not.</summary>
    public static bool Exists(string path) => FileStatus.Get(path).Kind != FileKind.Missing;

    /// <summary>Reads a file.</summary>
    /// <param name="name">The name of the file in messages.</param>
    /// <param name="whenMissing">What to say after "does not exist".</param>
    /// <exception cref="CommandFailedException">It does not exist, cannot be read, or is not a file of a reasonable size.</exception>
    public static byte[] Read(string path, string name, string whenMissing)
    {
        try
        {
            return Read(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CommandFailedException($"{name} does not exist{whenMissing}");
        }
        catch (Exception exception) when (FileErrors.IsFileError(exception))
        {
            throw new CommandFailedException($"Cannot read {name}: {FileErrors.Describe(exception)}");
        }
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="IOException">It cannot be read, or is not a regular file of at most <see cref="MaxBytes"/>.</exception>
    public static byte[] Read(string path)
    {
        EnsureRegular(FileStatus.Get(path));
        using var file = new FileStream(path, new FileStreamOptions
        {
            // Another program may replace the file at the same time.
            Share = FileShare.Read | FileShare.Delete,
            Options = FileOptions.SequentialScan,
        });
        EnsureSize(file.Length);
        return Read(file, s_maxWait);
    }

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="maxWait">How long to wait for the next bytes.</param>
    /// <exception cref="IOException">It cannot be read, or has more than <see cref="MaxBytes"/>.</exception>
    public static byte[] Read(Stream stream, TimeSpan maxWait)
    {
        using var content = new MemoryStream();
        byte[] buffer = new byte[64 * 1024];

        // Not by the length, which can be wrong: files of the system have 0, and a log grows.
        for (int read = ReadBlock(); read > 0; read = ReadBlock())
        {
            content.Write(buffer, 0, read);
            EnsureSize(content.Length);
        }

        return content.ToArray();

        int ReadBlock()
        {
            Task<int> next = stream.ReadAsync(buffer, 0, buffer.Length);
            return Task.WaitAny([next], maxWait) == 0 ? next.GetAwaiter().GetResult() : throw new FileAccessException(string.Create(
                CultureInfo.InvariantCulture,
                $"Nothing could be read from it for {maxWait.TotalSeconds} seconds. Save the text to a regular file, and pass its path."));
        }
    }

    private static void EnsureRegular(FileStatus status)
    {
        if (status.Kind == FileKind.Folder)
        {
            throw new FileAccessException("It is a folder. Pass the path of a file.");
        }

        if (status.Kind == FileKind.Other)
        {
            throw new FileAccessException("It is a device, a pipe, or a socket. Save the text to a regular file, and pass its path.");
        }
    }

    private static void EnsureSize(long length)
    {
        if (length > MaxBytes)
        {
            throw new FileAccessException($"It has more than {MaxBytes >> 20} MB, more than any specification. Pass another file.");
        }
    }
}
