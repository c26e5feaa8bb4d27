using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Lattice.Conformance.Generation;

/// <summary>Builds a project with the SDK's compiler and analyzers.</summary>
internal static partial class DotnetBuild
{
    /// <param name="folder">The folder of the project.</param>
    /// <param name="analyze">Whether the analyzers run.</param>
    /// <returns>The distinct warnings and errors.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(BuildFolder folder, bool analyze = true)
    {
        string[] arguments = ["build", "--nologo", "--verbosity", "quiet", "-nodeReuse:false", $"-p:RunAnalyzers={analyze}"];
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // A test host that MSBuild started passes on the locations of its own MSBuild files.
        foreach (string name in start.Environment.Keys
            .Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        List<string> found = [.. Message().Matches(output).Select(Describe).Distinct(StringComparer.Ordinal)];
        if (process.ExitCode != 0 && found.Count == 0)
        {
            found.Add($"dotnet build exited with code {process.ExitCode}: {(output + await error).Trim()}");
        }

        return found;
    }

    private static string Describe(Match message) =>
        $"{Path.GetFileName(message.Groups["file"].Value)}{message.Groups["location"].Value}: {message.Groups["text"].Value}";

    [GeneratedRegex(
        @"^(?<file>[^\r\n(]*?)(?<location>\(\d+,\d+\))? *: (?<text>(warning|error) [A-Z]+\d+: [^\r\n]*?)(?: \[[^\]\r\n]*\])?\r?$",
        RegexOptions.Multiline)]
    private static partial Regex Message();
}
