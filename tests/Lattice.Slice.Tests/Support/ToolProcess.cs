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
        Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Lattice.Slice.dll"), .. args])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        })!;
}
