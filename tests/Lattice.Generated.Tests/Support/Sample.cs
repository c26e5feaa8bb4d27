using System.Diagnostics;

namespace Lattice.Stripe.Tests.Support;

/// <summary>Runs a program in <c>tests/samples</c> as a process.</summary>
internal static class Sample
{
    public static string GetFolder(string name) => Path.Combine(Repository.Root, "tests", "samples", name);

    /// <summary>Returns the exit code, and the output followed by the errors.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string name, string[] arguments, string? apiKey = null)
    {
        // The same configuration and framework as these tests, such as bin/Debug/net10.0.
        string build = Path.GetRelativePath(
            Path.Combine(Repository.Root, "tests", "Lattice.Generated.Tests"), AppContext.BaseDirectory);
        string program = Path.Combine(GetFolder(name), build, name + ".dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["STRIPE_API_KEY"] = apiKey;

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
