namespace Lattice.Slice.Files;

/// <summary>Writes texts to files that then replace others.</summary>
internal static class TemporaryFile
{
    /// <summary>Writes a text to a new file in the folder of another one, with the permissions of that.</summary>
    /// <returns>The path of the new file.</returns>
    /// <exception cref="IOException">The file to replace is read-only, or the new one cannot be written.</exception>
    public static string Write(string path, byte[] text)
    {
        // On some systems, a move replaces a read-only file if the folder is writable.
        if (File.Exists(path) && File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly))
        {
            throw new FileAccessException("It is read-only.");
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

    /// <summary>Gives a file its former content.</summary>
    /// <param name="before">The content; <see langword="null"/> if there was no file.</param>
    public static void Restore(string path, byte[]? before)
    {
        if (before is null)
        {
            File.Delete(path);
        }
        else
        {
            File.Move(Write(path, before), path, overwrite: true);
        }
    }
}
