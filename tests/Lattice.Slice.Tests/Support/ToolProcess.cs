using System.Diagnostics;
using System.Text;

namespace Lattice.Slice.Tests.Support;

/// <summary>The tool as a process.</summary>
internal static class ToolProcess
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(1);

    /// <summary>Runs a command to its end; it fails if the command does not end.</summary>
    /// <param name="folder">The current folder.</param>
    public static async Task<Response> RunAsync(string folder, params string[] args)
    {
        using Process process = Start(folder, args);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync().WaitAsync(s_timeout);
        }
        catch (TimeoutException)
        {
            process.Kill();
            throw;
        }

        return new Response(process.ExitCode, await output, await error);
    }

    public static Process Start(string folder, params string[] args) =>
        Process.Start(Create(folder, "dotnet", [Path.Combine(AppContext.BaseDirectory, "Lattice.Slice.dll"), .. args]))!;

    /// <summary>Prepares a program that runs the tool.</summary>
    public static ProcessStartInfo Create(string folder, string program, params string[] args) => new(program, args)
    {
        WorkingDirectory = folder,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = Encoding.UTF8,
        // The tool would run on the oldest .NET that can run it, but the libraries beside this copy of it are those of the tests.
        Environment = { ["DOTNET_ROLL_FORWARD"] = "LatestMajor" },
    };
}
