using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Lattice.Slice.Files;

/// <summary>
/// What the system knows about a file and .NET does not tell: its type, because opening a pipe waits for its other end and a device may
/// have no end, and its identity, which all its names share.
/// </summary>
internal sealed record FileStatus
{
    private FileStatus(FileKind kind, FileId? id = null)
    {
        Kind = kind;
        Id = id;
    }

    public FileKind Kind { get; }

    /// <summary>The same for all hard links of a file; <see langword="null"/> if the system does not say.</summary>
    public FileId? Id { get; }

    /// <summary>The status of the file that a path leads to, through all links.</summary>
    public static FileStatus Get(string path) =>
        path.Length == 0 || path.Contains('\0') ? new FileStatus(FileKind.Missing)
        : Native.Find(path) ?? GetPortable(path);

    /// <summary>The status of an open file.</summary>
    public static FileStatus Get(SafeFileHandle file) => Native.Find(file) ?? new FileStatus(FileKind.Regular);

    private static FileStatus GetPortable(string path) => new(
        OperatingSystem.IsWindows() && Path.GetFullPath(path).StartsWith(@"\\.\", StringComparison.Ordinal) ? FileKind.Other
        : Directory.Exists(path) ? FileKind.Folder
        : File.Exists(path) ? FileKind.Regular
        : FileKind.Missing);

    /// <summary>The functions of the C library: <c>statx</c> on Linux, <c>stat</c> on macOS.</summary>
    private static class Native
    {
        private const DllImportSearchPath SafeFolders = DllImportSearchPath.SafeDirectories;
        private const int BufferSize = 256;
        private const int CurrentFolder = -100;
        private const int EmptyPath = 0x1000;
        private const uint TypeAndInode = 0x101;
        private const int NoSuchFile = 2;
        private const int NoFolder = 20;

        public static FileStatus? Find(string path) => Find([.. Encoding.UTF8.GetBytes(path), 0], CurrentFolder);

        public static FileStatus? Find(SafeFileHandle file)
        {
            bool isHeld = false;
            try
            {
                file.DangerousAddRef(ref isHeld);
                return Find([0], (int)file.DangerousGetHandle());
            }
            finally
            {
                if (isHeld)
                {
                    file.DangerousRelease();
                }
            }
        }

        private static FileStatus? Find(byte[] path, int folder)
        {
            byte[] buffer = new byte[BufferSize];
            try
            {
                return OperatingSystem.IsLinux()
                    ? Create(statx(folder, path, path.Length == 1 ? EmptyPath : 0, TypeAndInode, buffer), buffer, ReadLinux)
                    : OperatingSystem.IsMacOS() ? Create(CallMac(path, folder, buffer), buffer, ReadMac)
                    : null;
            }
            catch (Exception exception) when (exception is EntryPointNotFoundException or DllNotFoundException)
            {
                // An old C library.
                return null;
            }
        }

        private static FileStatus Create(int result, byte[] buffer, Func<byte[], (int Mode, FileId Id)> read)
        {
            if (result != 0)
            {
                // After any other error, opening the file gives the reason.
                return new FileStatus(
                    Marshal.GetLastPInvokeError() is NoSuchFile or NoFolder ? FileKind.Missing : FileKind.Regular);
            }

            const int TypeMask = 0xF000;
            (int mode, FileId id) = read(buffer);
            return new FileStatus(
                (mode & TypeMask) switch { 0x8000 => FileKind.Regular, 0x4000 => FileKind.Folder, _ => FileKind.Other }, id);
        }

        private static (int Mode, FileId Id) ReadLinux(byte[] buffer) =>
            (BitConverter.ToUInt16(buffer, 28), new FileId(BitConverter.ToUInt64(buffer, 136), BitConverter.ToUInt64(buffer, 32)));

        private static (int Mode, FileId Id) ReadMac(byte[] buffer) =>
            (BitConverter.ToUInt16(buffer, 4), new FileId(BitConverter.ToUInt32(buffer, 0), BitConverter.ToUInt64(buffer, 8)));

        private static int CallMac(byte[] path, int file, byte[] buffer) =>
            RuntimeInformation.ProcessArchitecture == Architecture.X64
                ? path.Length == 1 ? fstat64(file, buffer) : stat64(path, buffer)
                : path.Length == 1 ? fstat(file, buffer) : stat(path, buffer);

#pragma warning disable IDE1006 // The names of the C library.
        [DllImport("libc", SetLastError = true)]
        [DefaultDllImportSearchPaths(SafeFolders)]
        private static extern int statx(int folder, byte[] path, int flags, uint mask, [Out] byte[] buffer);

        [DllImport("libc", SetLastError = true)]
        [DefaultDllImportSearchPaths(SafeFolders)]
        private static extern int stat(byte[] path, [Out] byte[] buffer);

        [DllImport("libc", SetLastError = true)]
        [DefaultDllImportSearchPaths(SafeFolders)]
        private static extern int fstat(int file, [Out] byte[] buffer);

        [DllImport("libc", SetLastError = true, EntryPoint = "stat$INODE64")]
        [DefaultDllImportSearchPaths(SafeFolders)]
        private static extern int stat64(byte[] path, [Out] byte[] buffer);

        [DllImport("libc", SetLastError = true, EntryPoint = "fstat$INODE64")]
        [DefaultDllImportSearchPaths(SafeFolders)]
        private static extern int fstat64(int file, [Out] byte[] buffer);
#pragma warning restore IDE1006
    }
}

/// <summary>The type of a file.</summary>
internal enum FileKind
{
    Missing,
    Regular,
    Folder,

    /// <summary>A device, a pipe, or a socket.</summary>
    Other,
}

/// <summary>The identity of a file on its machine.</summary>
internal readonly record struct FileId(ulong Device, ulong Inode);
