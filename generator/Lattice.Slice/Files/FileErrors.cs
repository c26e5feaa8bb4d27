namespace Lattice.Slice.Files;

/// <summary>Describes errors of the file system: what is wrong, and what to do.</summary>
internal static class FileErrors
{
    /// <summary>Whether the exception is an error of the file system, and not a bug.</summary>
    public static bool IsFileError(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    /// <summary>The error in a sentence or two.</summary>
    public static string Describe(Exception exception) => exception switch
    {
        FileAccessException => exception.Message,
        DirectoryNotFoundException => "Its folder does not exist. Create the folder, or choose another file.",
        UnauthorizedAccessException => "Access is denied. Change the permissions of the file and of its folder, or choose another file.",
        ArgumentException or NotSupportedException => "The path is not valid. Remove the characters that a path cannot have.",
        IOException when IsDiskFull(exception) => "The disk is full. Free some space, and run the command again.",
        IOException when IsReadOnlyFileSystem(exception) => "The file system is read-only. Choose a file in another folder.",
        _ => exception.Message.TrimEnd('.') + ".",
    };

    private static bool IsDiskFull(Exception exception) =>
        (OperatingSystem.IsWindows() ? exception.HResult & 0xFFFF : exception.HResult) switch
        {
            112 or 39 => OperatingSystem.IsWindows(),
            28 => !OperatingSystem.IsWindows(),
            122 => OperatingSystem.IsLinux(),
            69 => OperatingSystem.IsMacOS(),
            _ => false,
        };

    private static bool IsReadOnlyFileSystem(Exception exception) =>
        OperatingSystem.IsWindows() ? (exception.HResult & 0xFFFF) == 19 : exception.HResult == 30;
}

/// <summary>Thrown if a file is not what it must be. The message says what it is.</summary>
internal sealed class FileAccessException(string message) : IOException(message);
