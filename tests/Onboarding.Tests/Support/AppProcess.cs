using System.Diagnostics;

namespace Onboarding.Tests.Support;

/// <summary>The outcome of the app as a process of its own.</summary>
/// <param name="ExitCode">The exit code, or null if the app had started; then it was stopped.</param>
internal sealed record AppProcess(int? ExitCode, string Output, string Errors)
{
    private static readonly string[] s_prefixes = ["ASPNETCORE_", "DOTNET_URLS", "DOTNET_HTTP", "STRIPE", "SIGNIN", "KESTREL", "URLS", "HTTP_", "HTTPS_"];

    public static async Task<AppProcess> RunAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "Onboarding.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        SetEnvironment(start, environment);
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        (string output, bool isStarted) = await ReadAsync(process.StandardOutput);
        if (isStarted)
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
        return new AppProcess(isStarted ? null : process.ExitCode, output, await errors);
    }

    /// <summary>Settings of the machine that runs the tests have no effect.</summary>
    private static void SetEnvironment(ProcessStartInfo start, IReadOnlyDictionary<string, string> environment)
    {
        foreach (string name in start.Environment.Keys.ToArray())
        {
            if (s_prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
            {
                start.Environment.Remove(name);
            }
        }

        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }
    }

    /// <summary>Reads until the app ends, or has started and says where to open it.</summary>
    private static async Task<(string Output, bool IsStarted)> ReadAsync(StreamReader reader)
    {
        List<string> lines = [];
        while (await reader.ReadLineAsync() is { } line)
        {
            lines.Add(line);
            if (line.StartsWith("Open ", StringComparison.Ordinal))
            {
                return (string.Join('\n', lines), true);
            }
        }

        return (string.Join('\n', lines), false);
    }
}
