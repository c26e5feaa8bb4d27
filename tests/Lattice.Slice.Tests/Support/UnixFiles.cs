using System.Diagnostics;

namespace Lattice.Slice.Tests.Support;

/// <summary>Creates files that .NET cannot create.</summary>
internal static class UnixFiles
{
    public static void CreatePipe(string path) => Run("mkfifo", path);

    public static void CreateHardLink(string path, string target) => Run("ln", target, path);

    private static void Run(string program, params string[] args)
    {
        using Process process = Process.Start(program, args);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    /// <summary>A test that needs the files of Unix; skipped on Windows.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class FactAttribute : Xunit.FactAttribute
    {
        public FactAttribute() => Skip = Reason;
    }

    /// <summary>A test with data that needs the files of Unix; skipped on Windows.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class TheoryAttribute : Xunit.TheoryAttribute
    {
        public TheoryAttribute() => Skip = Reason;
    }

    private static string? Reason => OperatingSystem.IsWindows() ? "Windows has no such files." : null;
}
