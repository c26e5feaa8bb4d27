namespace Lattice.Slice.Files;

/// <summary>A file with its new text.</summary>
/// <param name="Path">The path as the user named it.</param>
/// <param name="Loaded">What the file was when the command read it; <see langword="null"/> if it does not matter.</param>
internal sealed record FileChange(string Path, byte[] Text, LoadedFile? Loaded)
{
    /// <summary>The full path of the file that changes: the target of a link changes, not the link.</summary>
    public string Target { get; private set; } = "";

    private FileStatus Status => FileStatus.Get(Target);

    /// <summary>Finds the target.</summary>
    /// <exception cref="IOException">The path leads to something that is not a file.</exception>
    public void Resolve()
    {
        string full = System.IO.Path.GetFullPath(Path);
        if (FileStatus.Get(Path).Kind == FileKind.Other || IsOfSystem(full))
        {
            throw new FileAccessException("It is a device, a pipe, or a socket. Choose a regular file.");
        }

        Target = RealPath.Resolve(Path);
        if (Status.Kind == FileKind.Folder || System.IO.Path.EndsInDirectorySeparator(Path))
        {
            throw new FileAccessException("It is a folder. Choose a file.");
        }
    }

    /// <summary>Whether a path leads to the file that changes: by another spelling, a link, or a hard link.</summary>
    public bool IsAlso(string path) =>
        !path.Contains('\0')
        && (string.Equals(Target, RealPath.Resolve(path), GetComparison()) || (Status.Id is { } id && FileStatus.Get(path).Id == id));

    /// <summary>The present bytes; <see langword="null"/> if there is no file.</summary>
    public byte[]? Read() => Status.Kind == FileKind.Missing ? null : InputFile.Read(Target);

    /// <summary>Whether another program has changed the file since the command read it.</summary>
    public bool IsOutdated(byte[]? present) =>
        Loaded is not null && !LoadedFile.AreSame(present, Loaded.Bytes) && !LoadedFile.AreSame(present, Text);

    /// <summary>Whether the file has the new text already.</summary>
    public bool IsDone(byte[]? present) => LoadedFile.AreSame(present, Text);

    // The devices of the process itself, such as /dev/stdout, can lead to a regular file that someone else has open.
    private static bool IsOfSystem(string full) => !OperatingSystem.IsWindows()
        && (full.StartsWith("/dev/", StringComparison.Ordinal) || full.StartsWith("/proc/", StringComparison.Ordinal));

    private static StringComparison GetComparison() => OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()
        ? StringComparison.OrdinalIgnoreCase
        : StringComparison.Ordinal;
}

/// <summary>A file as a command read it.</summary>
/// <param name="Bytes">The content; <see langword="null"/> if there was no file.</param>
internal sealed record LoadedFile(byte[]? Bytes)
{
    /// <summary>Whether two files have the same bytes, or both do not exist.</summary>
    public static bool AreSame(byte[]? one, byte[]? other) =>
        one is null || other is null ? one is null && other is null : one.AsSpan().SequenceEqual(other);
}
