using System.Diagnostics;
using System.Text;

namespace Lattice.Packaging.Tests.Support;

/// <summary>Runs programs such as <c>dotnet</c>. If one fails, the exception contains its output.</summary>
internal static class DotNet
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(8);

    // The one that the build of these tests has warmed up, if it has a name.
    private static readonly string? s_sharedCompilerServer = Environment.GetEnvironmentVariable("SharedCompilationId");
    private static readonly string s_compilerServer = s_sharedCompilerServer ?? $"lattice-packaging-{Environment.ProcessId}";

    /// <summary>Runs a program and returns its output.</summary>
    /// <exception cref="InvalidOperationException">The exit code is not 0.</exception>
    public static async Task<string> RunAsync(string folder, string program, params IEnumerable<string> arguments)
    {
        (int code, string output) = await TryRunAsync(folder, program, arguments);
        return code == 0 ? output
            : throw new InvalidOperationException(
                $"{program} {string.Join(' ', arguments)} in {folder} exited with code {code}:\n{output}");
    }

    /// <summary>Stops the compiler server of this process, if it has one of its own.</summary>
    /// <param name="folder">A folder without a <c>global.json</c>, like those of the builds.</param>
    public static async Task StopCompilerServerAsync(string folder)
    {
        if (s_sharedCompilerServer is not null)
        {
            return;
        }

        string version = (await RunAsync(folder, "dotnet", "--version")).Trim();
        string sdks = await RunAsync(folder, "dotnet", "--list-sdks");
        string sdk = sdks.Split('\n').First(line => line.StartsWith($"{version} [", StringComparison.Ordinal)).Trim();
        string compilerServer = Path.Combine(sdk[(version.Length + 2)..^1], version, "Roslyn", "bincore", "VBCSCompiler.dll");
        await RunAsync(folder, "dotnet", compilerServer, $"-pipename:{s_compilerServer}", "-shutdown");
    }

    public static async Task<(int Code, string Output)> TryRunAsync(string folder, string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                // No build node keeps running after a test, and no setting of this process affects the other. All builds of this process
                // share a compiler server, because starting a compiler for each of them takes longer than compiling.
                ["MSBUILDDISABLENODEREUSE"] = "1",
                ["UseSharedCompilation"] = "true",
                ["SharedCompilationId"] = s_compilerServer,

                // Profiling for optimization does not pay off in short processes.
                ["DOTNET_TieredPGO"] = "0",
                ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
                ["DOTNET_ROLL_FORWARD"] = "Major",
                ["MSBuildSDKsPath"] = null,
                ["MSBuildExtensionsPath"] = null,
                ["CI"] = null,
            },
        };
        using Process process = Process.Start(start)!;
        var output = new StringBuilder();
        DataReceivedEventHandler append = (_, line) =>
        {
            lock (output)
            {
                output.AppendLine(line.Data);
            }
        };
        process.OutputDataReceived += append;
        process.ErrorDataReceived += append;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var timeout = new CancellationTokenSource(s_timeout);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} did not exit within {s_timeout}:\n{output}");
        }

        lock (output)
        {
            return (process.ExitCode, output.ToString());
        }
    }
}
